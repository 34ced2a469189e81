"""The records of the registers, one file a register."""
