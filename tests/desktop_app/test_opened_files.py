from pathlib import Path

import pytest

from desktop_app.opened_files import FileKind, are_same, kind_of, names_a_file, path_of

HERE = Path("/home/đào")


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("Sổ.sohangviet", "/home/đào/Sổ.sohangviet"),
        ("../Sổ năm 2023.sohangviet", "/home/Sổ năm 2023.sohangviet"),
        ("/media/usb/a.zip", "/media/usb/a.zip"),
        ('"/media/usb/b c.zip"', "/media/usb/b c.zip"),
        ('/media/usb/b c.zip"', "/media/usb/b c.zip"),
        (" phản hồi.json ", "/home/đào/phản hồi.json"),
        ("file:///media/usb/s%E1%BB%95%20100%25.bangiao", "/media/usb/sổ 100%.bangiao"),
        ("file://localhost/media/a.zip", "/media/a.zip"),
        ("FILE:/media/a.zip", "/media/a.zip"),
        ("100%25.zip", "/home/đào/100%25.zip"),
        ("“Sổ”.sohangviet", "/home/đào/“Sổ”.sohangviet"),
    ],
)
def test_a_file_is_found_however_it_is_named(word: str, path: str) -> None:
    assert path_of(word, HERE) == Path(path)


def test_an_address_keeps_drive_and_server() -> None:
    assert str(path_of("file:///C:/S%E1%BB%95.sohangviet", HERE)).endswith("C:/Sổ.sohangviet")
    assert str(path_of("file://may-chu/chung/a.zip", Path("/"))) == "//may-chu/chung/a.zip"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.sohangviet", FileKind.LEDGER),
        ("A.SOHANGVIET", FileKind.LEDGER),
        ("a.Zip", FileKind.PACKAGE),
        ("a.json", FileKind.REPLY),
        ("a.bangiao", FileKind.HANDOVER),
        ("a.sohangviet.lock", None),
        ("a.pdf", None),
        (".zip", None),
        ("zip", None),
    ],
)
def test_the_ending_tells_what_a_file_is(name: str, kind: FileKind | None) -> None:
    assert kind_of(name) is kind


def test_a_file_on_the_command_line_is_no_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("check", "ảnh.jpg", "--x.zip"):
        (tmp_path / name).write_text("")
    assert names_a_file("không có.sohangviet")
    assert names_a_file("ảnh.jpg")
    assert not names_a_file(f"x.{'y' * 300}"), "longer than any file's name"
    assert not any(map(names_a_file, ("check", "--version", "--x.zip", "bao.cao", "totals", "")))


def test_one_file_is_known_by_its_links_and_one_that_is_gone_is_none(tmp_path: Path) -> None:
    file, link = tmp_path / "a.sohangviet", tmp_path / "b.sohangviet"
    file.write_text("")
    link.symlink_to(file)
    other = tmp_path / "c.sohangviet"
    other.write_text("")
    assert are_same(file, link)
    assert not are_same(file, other)
    file.unlink()
    assert not are_same(other, file)
    assert not are_same(file, file)
