import pytest
from PySide6.QtCore import QSysInfo

from ui.ledger_lock import is_this_computer


@pytest.mark.parametrize("own", ["may-dao", "MAY-DAO", "may-tinh-van-phong-mat-tran"])
def test_this_computer_is_known_by_the_name_that_windows_cuts(
    own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSysInfo, "machineHostName", lambda: own)
    assert all(map(is_this_computer, (own, own.upper(), own.upper()[:15], "")))
    assert not any(map(is_this_computer, ("may-khac", own[:-1], f"{own}2", "may-tinh-van-phong-mat")))
