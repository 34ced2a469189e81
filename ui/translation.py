"""Vietnamese for Qt's own texts (buttons, context menus, file and print dialogs): Qt ships none."""

import json

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from ui.paths import RESOURCES

_ANY_CONTEXT = "*"


class QtTexts(QTranslator):
    """Looks up Qt's texts in a JSON file: context -> English -> Vietnamese; "*" holds for every context."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        text = (RESOURCES / "qt_vi.json").read_text(encoding="utf-8")
        self._texts: dict[str, dict[str, str]] = json.loads(text)

    def isEmpty(self) -> bool:
        """Say that there is something to look up, else Qt does not ask."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the Vietnamese text, None to leave Qt's own."""
        own = self._texts.get(context, {}).get(sourceText)
        return own if own is not None else self._texts[_ANY_CONTEXT].get(sourceText)


def install_vietnamese(application: QCoreApplication) -> QtTexts:
    """Let Qt speak Vietnamese, and write dates and numbers as Vietnam does."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    texts = QtTexts(application)
    QCoreApplication.installTranslator(texts)
    return texts
