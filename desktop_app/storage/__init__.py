"""The only SQL of the program: one ledger is one SQLite file."""
