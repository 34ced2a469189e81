"""Tests of the sentences of the report."""
