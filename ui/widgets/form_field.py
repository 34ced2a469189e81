"""One field of a form: its label, its editor, the message below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.labels.words import FieldWords
from ui.theme import mark
from ui.widgets.editors.base import Editor


class FormField(QWidget):
    """Label, editor, message.

    Attributes:
        name: attribute of the record.
        touched: the field was left once, so that its messages may show.
    """

    def __init__(self, name: str, spec: FieldSpec, words: FieldWords, editor: Editor) -> None:
        super().__init__()
        self.name = name
        self.spec = spec
        self.editor = editor
        self.touched = False
        editor.bind(name, words)
        self._label = QLabel("" if spec.kind is FieldKind.FLAG else self._label_text(words.label))
        self._label.setProperty("field_label", True)
        self._label.setToolTip(words.help)
        self._label.setBuddy(editor.focus_target())
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._message, size="small", tone="bad")
        self._message.hide()
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addWidget(self._message)
        layout.addStretch()

    def message(self) -> str:
        """Return what stands below the editor."""
        return self._message.text()

    def tell_help(self) -> None:
        """Show the help instead of the label, where the tab already says the label."""
        if self._label.toolTip():
            self._label.setText(self._label.toolTip().replace("&", "&&"))
            self._label.setWordWrap(True)
            self._layout.setSpacing(10)

    def show_message(self, problem: str, gap: str) -> None:
        """Show a problem in red, else a gap in amber, else nothing."""
        text = problem or gap
        tone = "bad" if problem else "warning"
        if self._message.property("tone") != tone:
            mark(self._message, tone=tone)
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self.editor.set_state("bad" if problem else "")
        self.editor.focus_target().setAccessibleDescription(text or self._label.toolTip())

    def _label_text(self, text: str) -> str:
        # A single & would underline the next letter.
        return text.replace("&", "&&") + (" *" if self.spec.required else "")
