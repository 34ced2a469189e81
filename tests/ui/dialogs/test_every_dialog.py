"""Every dialog as it is seen on the lowest screen, read out and walked through with the keys."""

import importlib
import inspect
import pkgutil
from collections import defaultdict

from PySide6.QtWidgets import QApplication, QDialog

import ui.dialogs
from build_scripts.dialog_samples import DialogSamples
from tests.ui.survey import cut_off, jumps_back, nameless, tab_chain, unreached
from ui.dialogs.dialog_frame import DialogFrame
from ui.dialogs.fields_dialog import FieldsDialog
from ui.dialogs.working_dialog import WorkingDialog

LOWEST = (911, 441)
"""Of 1366×768 at 150 %, less the task bar and the title of the dialog."""
_FRAMES = {DialogFrame, FieldsDialog, WorkingDialog}


def all_dialogs() -> set[type[QDialog]]:
    found = set()
    for module in pkgutil.iter_modules(ui.dialogs.__path__, "ui.dialogs."):
        for _name, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(one, QDialog) and one.__module__ == module.name:
                found.add(one)
    return found - _FRAMES


def test_every_dialog_can_be_seen_read_out_and_walked_through(sample_session, tmp_path, qtbot):
    found, looked_over = defaultdict(list), set()
    for kind, make in DialogSamples(sample_session, tmp_path).makers():
        dialog = make()
        qtbot.addWidget(dialog)
        assert type(dialog) is kind
        looked_over.add(kind)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: not sample_session.operations.is_reading(), timeout=60_000)
        dialog.resize(min(dialog.width(), LOWEST[0]), min(dialog.height(), LOWEST[1]))
        for _ in range(5):
            QApplication.processEvents()
        if dialog.width() > LOWEST[0] or dialog.height() > LOWEST[1]:
            found["too large"].append(f"{kind.__name__} {dialog.size().toTuple()}")
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        unseen: list[str] = []
        chain = tab_chain(unseen)
        for name, lines in (
            ("cut off", cut_off(dialog)),
            ("focus unseen", unseen),
            ("without words", nameless(dialog)),
            ("out of reach of Tab", unreached(dialog, chain)),
            ("Tab jumps back", jumps_back(dialog, chain)),
        ):
            found[name] += [f"{kind.__name__}: {line}" for line in lines]
        dialog.close()
    assert looked_over == all_dialogs()
    assert [f"{name}: {line}" for name, lines in found.items() for line in lines] == []
