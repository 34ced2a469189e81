"""The command line: thin commands that parse, call the ledger, print."""
