"""The Vietnamese words for fields and choices, one file a register; screens and files use the same."""
