"""Everything of Sổ Hàng Việt that works without a window."""
