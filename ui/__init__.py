"""The window of Sổ Hàng Việt; everything that knows Qt is here."""
