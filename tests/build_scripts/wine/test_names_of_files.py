"""The same file under its Linux and its Windows name, and what the registry holds."""

from pathlib import Path

import pytest
from wine import paths, registry

DRIVE_C = Path("/w/prefixes/proof/drive_c")


@pytest.mark.parametrize(
    ("linux", "windows"),
    [
        ("/w/prefixes/proof/drive_c", "C:\\"),
        ("/w/prefixes/proof/drive_c/users/Nguyễn Thị Đào/Sổ 1.zip", r"C:\users\Nguyễn Thị Đào\Sổ 1.zip"),
        ("/tmp/a b/c", r"Z:\tmp\a b\c"),
        ("/w/prefixes/proof/drive_cc/x", r"Z:\w\prefixes\proof\drive_cc\x"),
    ],
)
def test_there_and_back(linux, windows):
    assert paths.to_windows(Path(linux), DRIVE_C) == windows
    assert paths.to_linux(windows, DRIVE_C) == Path(linux)


def test_a_relative_path_means_nothing_on_the_other_side():
    with pytest.raises(ValueError, match="not an absolute path"):
        paths.to_windows(Path("a/b"), DRIVE_C)


@pytest.mark.parametrize("path", [r"D:\x", "x", r"C:x", r"\x"])
def test_other_drives_are_refused(path):
    with pytest.raises(ValueError, match="not a path on drive C or Z"):
        paths.to_linux(path, DRIVE_C)


def test_an_exported_registry_is_read():
    text = (
        "Windows Registry Editor Version 5.00\r\n\r\n"
        "[HKEY_CURRENT_USER\\Software\\Classes\\.sohangviet]\r\n"
        '@="SoHangViet.Ledger"\r\n"Content \\"Type\\""="a\\\\b"\r\n\r\n'
        "[HKEY_CURRENT_USER\\Software\\Classes\\.sohangviet\\OpenWithProgids]\r\n"
        '"size"=dword:0000001f\r\n'
        '"path"=hex(2):25,00,41,00,\\\r\n  25,00,00,00\r\n'
        '"raw"=hex:01,02\r\n'
    )
    assert registry.read_export(text) == {
        r"HKEY_CURRENT_USER\Software\Classes\.sohangviet": {
            "": "SoHangViet.Ledger",
            'Content "Type"': r"a\b",
        },
        r"HKEY_CURRENT_USER\Software\Classes\.sohangviet\OpenWithProgids": {
            "size": "31",
            "path": "%A%",
            "raw": "hex:01,02",
        },
    }


def test_nothing_exported_is_nothing():
    assert registry.read_export("") == {}
