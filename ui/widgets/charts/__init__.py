"""Small charts painted with the colours of the window."""
