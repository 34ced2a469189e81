"""Boxes for the few moments in which the user must decide or must know at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.dialogs.answer import executed, show_until_closed


def ask(
    parent: QWidget | None, title: str, text: str, yes: str, no: str = "Hủy", *, careful: bool = False
) -> bool:
    """Ask a question whose answers are verbs; Esc means no, and so does Enter when something could be lost."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("question_box")
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse if careful else accept)
    box.setEscapeButton(refuse)
    with executed(box):
        return box.clickedButton() is accept


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say something that must be read before going on."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("message_box")
    box.addButton("Đã hiểu", QMessageBox.ButtonRole.AcceptRole)
    show_until_closed(box)
