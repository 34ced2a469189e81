"""Small parts that the pages are built of; none of them knows the ledger."""
