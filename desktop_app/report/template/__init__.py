"""The Word file from the office's own template: checked, filled by a small safe language, printed by our blocks."""
