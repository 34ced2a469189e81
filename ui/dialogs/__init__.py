"""Windows over the window, each opened by one class method."""
