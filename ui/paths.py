"""Where the shipped data files lie, in a checkout and in the built program alike."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = RESOURCES / "icons"
