"""The version of the program; pyproject.toml holds the same, a test compares them."""

VERSION = "0.4.0"
