"""Buttons as the whole program makes them: verb, name, icon and look in one call."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from ui.icons import ICON_SIZE, icon

PRIMARY, DANGER, LINK, QUIET, ICON, CHIP, TOGGLE = (
    "primary", "danger", "link", "quiet", "icon", "chip", "toggle",
)  # fmt: skip

_INK = {PRIMARY: "on_accent", DANGER: "bad", LINK: "accent_ink"}


def is_enter(event: QKeyEvent) -> bool:
    """Say whether Enter was pressed, alone and once."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return plain and not event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button that takes Enter as well as Space, wherever it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button on Enter."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def make_button(
    text: str, name: str, *, kind: str = "", icon_name: str = "", keys: str = "", help_text: str = ""
) -> QPushButton:
    """Return a button.

    Args:
        text: the verb in Vietnamese; the accessible name, and of an icon button also the tooltip.
        name: the object name ("save_button").
        kind: one of the constants above, "" for an ordinary button.
        icon_name: file in resources/icons.
        keys: a shortcut shown behind the text; the page itself binds it.
        help_text: a sentence for the tooltip.
    """
    button = Button()
    button.setObjectName(name)
    button.setAccessibleName(text)
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    tip = help_text or (text if kind == ICON else "")
    if kind == ICON:
        button.setToolTip(f"{tip} ({shown})" if shown else tip)
    else:
        # The space keeps the words off the icon.
        words = f" {text}" if icon_name else text
        button.setText(f"{words}   {shown}" if shown else words)
        button.setToolTip(tip)
    if kind:
        button.setProperty("kind", kind)
    if icon_name:
        button.setIcon(icon(icon_name, _INK.get(kind, "muted"), on_role="on_tint"))
        button.setIconSize(ICON_SIZE)
    button.setAutoDefault(False)
    return button
