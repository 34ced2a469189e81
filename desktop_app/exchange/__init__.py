"""What leaves the ledger and comes into it as files."""
