"""Every page as it is seen, read out and walked through with the keys, on small screens too."""

from collections import defaultdict

from PySide6.QtWidgets import QApplication

from tests.ui.survey import cut_off, jumps_back, nameless, tab_chain, unreached
from tests.ui.walk import walk

SIZES = {
    "1366×768 at 100 %": (1366, 697),
    "1366×768 at 125 %": (1093, 543),
    "1366×768 at 150 %": (911, 441),
    "1024×600 at 100 %": (1024, 529),
}
"""Of a maximised window: the screen divided by its scaling, less the task bar (40) and the title (31)."""


def test_every_page_can_be_seen_read_out_and_walked_through(sample_session, qtbot):
    """The window is built once: each page takes a second to look over."""
    window, found = sample_session.window, defaultdict(list)
    for place in walk(sample_session, qtbot):
        for name, size in SIZES.items():
            _resize(window, size)
            assert window.size().toTuple() == size
            found["cut off"] += [f"{place}, {name}: {line}" for line in cut_off(window)]
        _resize(window, next(iter(SIZES.values())))
        unseen: list[str] = []
        chain = tab_chain(unseen)
        found["focus unseen"] += [f"{place}: {line}" for line in unseen]
        found["without words"] += [f"{place}: {line}" for line in nameless(window)]
        found["out of reach of Tab"] += [f"{place}: {line}" for line in unreached(window, chain)]
        found["Tab jumps back"] += [f"{place}: {line}" for line in jumps_back(window, chain)]
    assert [f"{kind}: {line}" for kind, lines in found.items() for line in lines] == []


def _resize(window, size):
    """Give a size; what shows or hides parts by its width makes Qt lay out once more."""
    window.resize(*size)
    for _ in range(5):
        QApplication.processEvents()
