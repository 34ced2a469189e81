"""Help from disk: which page of it belongs to what the user sees, and opening it in the computer's browser."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.paths import RESOURCES

HELP_KEY = "F1"
CONTENTS, QUICK_GUIDE, INSTALLATION = "index", "huong_dan_nhanh", "cai_dat"
"""Help pages that belong to no page of the window: the list of all, the one to print, the one for who installs."""

_PAGE = "_page"
OF_DIALOGS = {
    "first_start_wizard": "bat_dau",
    "import_dialog": "nhap_excel",
    "handover_dialog": "ban_giao",
    "take_over_dialog": "ban_giao",
    "package_dialog": "goi_bao_cao",
}
"""Dialogs with a help page of their own; the others belong to the page that they were opened from."""


def help_file(name: str) -> Path:
    """Return a help page by the key of a page of the window or by its own name; the list of all if it has none."""
    wanted = RESOURCES / "help" / f"{name}.html"
    return wanted if wanted.is_file() else RESOURCES / "help" / f"{CONTENTS}.html"


def help_near(widget: QWidget | None) -> Path:
    """Return the help page of the dialog or of the page that a widget stands in or was opened from."""
    while widget is not None:
        name = widget.objectName()
        if name in OF_DIALOGS:
            return help_file(OF_DIALOGS[name])
        if name.endswith(_PAGE) and help_file(name.removesuffix(_PAGE)).stem != CONTENTS:
            return help_file(name.removesuffix(_PAGE))
        widget = widget.parentWidget()
    return help_file(CONTENTS)


def open_help(page: Path) -> str:
    """Open a help page in the computer's browser; return "", or the sentence to say when nothing opens it."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
        return ""
    return (
        f"Máy này chưa có trình duyệt để mở trợ giúp. Trợ giúp là tệp “{page.name}” trong thư mục {page.parent}; "
        "có thể chép sang máy khác để đọc hoặc in."
    )


def show_help(widget: QWidget | None, say: Callable[[str], object]) -> None:
    """Open the help of what a widget stands in; `say` is told a sentence when the computer cannot show it."""
    sentence = open_help(help_near(widget))
    if sentence:
        say(sentence)
