"""The tables of the report's annexes, by theme; `annexes` puts them in order."""
