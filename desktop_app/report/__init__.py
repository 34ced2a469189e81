"""The report: one model, built from the ledger in one read, and the writers that draw it."""
