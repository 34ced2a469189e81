from pathlib import Path

import platformdirs

from ui.program_folders import MARKER, program_folders


def _stick(folder: Path) -> Path:
    program = folder / "SoHangViet"
    program.mkdir(parents=True)
    (program / MARKER).write_text("")
    return program


def test_an_installed_program_uses_the_folders_of_the_user(tmp_path: Path) -> None:
    for program in (None, tmp_path):
        folders = program_folders(program=program)
        assert folders.settings == Path(platformdirs.user_data_dir("SoHangViet", appauthor=False))
        assert folders.ledgers == platformdirs.user_documents_path() / "Sổ Hàng Việt"
        assert folders.found(folders.remembered(tmp_path / "a.sohangviet")) == tmp_path / "a.sohangviet"


def test_a_carried_program_keeps_everything_beside_it(tmp_path: Path) -> None:
    program = _stick(tmp_path / "Ổ USB")
    folders = program_folders(program=program)
    assert (folders.settings, folders.ledgers) == (program / "Du lieu", program / "Sổ")


def test_a_ledger_on_the_stick_is_found_under_another_letter(tmp_path: Path) -> None:
    here = program_folders(program=_stick(tmp_path / "E"))
    there = program_folders(program=_stick(tmp_path / "F" / "Thư mục khác"))
    on_stick, on_disk = here.ledgers / "2023" / "Sổ.sohangviet", tmp_path / "Sổ máy.sohangviet"
    assert there.found(here.remembered(on_stick)) == there.ledgers / "2023" / "Sổ.sohangviet"
    assert there.found(here.remembered(on_disk)) == on_disk
    assert here.remembered(on_stick) == "Sổ/2023/Sổ.sohangviet"


def test_the_command_line_goes_before_all(tmp_path: Path) -> None:
    given = tmp_path / "data"
    assert program_folders(given).settings == given
    assert program_folders(given, _stick(tmp_path)).settings == given
