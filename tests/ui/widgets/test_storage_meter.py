"""The size meter turns amber when the ledger has become large."""

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar

from desktop_app.domain.attachments import LARGE_LEDGER_BYTES, AttachmentUsage
from ui.widgets.storage_meter import StorageMeter


@pytest.mark.parametrize(
    ("size", "value", "tone"),
    [
        (0, 0, ""),
        (1, 1, ""),
        (LARGE_LEDGER_BYTES // 2, 500, ""),
        (LARGE_LEDGER_BYTES - 1, 1000, ""),
        (LARGE_LEDGER_BYTES, 1000, "warning"),
        (3 * LARGE_LEDGER_BYTES, 1000, "warning"),
    ],
)
def test_the_bar_follows_the_size(qtbot, size: int, value: int, tone: str) -> None:
    meter = StorageMeter()
    qtbot.addWidget(meter)
    meter.show_usage(AttachmentUsage(size=size, count=3), {})
    bar = meter.findChild(QProgressBar, "storage_bar")
    assert (bar.value(), bar.property("tone")) == (value, tone)
    warned = "Hãy gỡ bớt tài liệu" in meter.findChild(QLabel, "storage_note").text()
    assert warned is (tone == "warning")


def test_the_registers_are_named_and_the_button_asks(qtbot) -> None:
    meter = StorageMeter()
    qtbot.addWidget(meter)
    usage = AttachmentUsage(2_500_000, 1200, (("activities", 2_000_000, 1000),), 500_000, 200)
    meter.show_usage(usage, {"activities": "Hoạt động"})
    assert meter.findChild(QLabel, "storage_registers").text() == "Hoạt động: 1.000 tệp, 1,9 MB"
    with qtbot.waitSignal(meter.clean_requested):
        meter.clean_button.click()
    meter.set_busy(busy=True)
    assert not meter.clean_button.isEnabled()
