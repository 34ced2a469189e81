"""Tooltips of what the user typed: always text, never markup, and never wider than the screen."""

from html import escape

_LONGEST = 1000
_WRAPPED_FROM = 100


def as_tip(text: str) -> str:
    """Return a text so that Qt shows it letter by letter: a long one in several lines, a huge one shortened."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    if len(shown) < _WRAPPED_FROM and "<" not in shown:
        return shown
    return f"<p>{escape(shown)}</p>"
