"""Builds and proves the Windows program on Linux: a Debian folder with Wine in it, a Windows Python, screens."""
