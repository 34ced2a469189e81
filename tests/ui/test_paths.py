"""Where new files go when the ledger remembers a folder."""

from pathlib import Path

from ui.paths import folder_of_before


def test_a_remembered_folder_counts_where_this_computer_has_its_place(tmp_path: Path) -> None:
    usual = tmp_path / "Hồ sơ"
    made_again = tmp_path / "Khen thưởng 2023"
    assert folder_of_before(str(made_again), usual) == str(made_again)
    # Of the officer before, on another computer.
    assert folder_of_before(str(tmp_path / "Tám" / "Tài liệu" / "Khen thưởng"), usual) == str(usual)
    assert folder_of_before("", usual) == str(usual)
