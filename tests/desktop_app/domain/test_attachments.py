"""Names of attached files can be written anywhere and hide nothing."""

import unicodedata

import pytest

from desktop_app.domain.attachments import (
    DOCUMENT_TYPES,
    LARGE_LEDGER_BYTES,
    MACRO_ENDINGS,
    MOST_NAME,
    PHOTO_ENDINGS,
    PROGRAM_ENDINGS,
    AttachmentUsage,
    clean_file_name,
    ending_of,
)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Kế hoạch 45.pdf", "Kế hoạch 45.pdf"),
        (unicodedata.normalize("NFD", "Kế hoạch Đồng Giang.pdf"), "Kế hoạch Đồng Giang.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\System32\\a.pdf", "a.pdf"),
        ("/tuyệt/đối/b.pdf", "b.pdf"),
        ("28/KH-UBND: bản 1?.docx", "KH-UBND_ bản 1_.docx"),
        ('a<b>c|d*e"f.txt', "a_b_c_d_e_f.txt"),
        ("ảnh\u202egpj.exe", "ảnhgpj.exe"),
        ("a\0b\r\n\tc.pdf", "ab c.pdf"),
        ("a.pdf. . ", "a.pdf"),
        ("virus.exe ", "virus.exe"),
        (".htaccess", "htaccess"),
        ("...", "tep"),
        ("", "tep"),
        ("///", "tep"),
        ("CON.pdf", "_CON.pdf"),
        ("nul", "_nul"),
        ("com1.tar.zip", "_com1.tar.zip"),
        ("a.pdf:ẩn.exe", "a.pdf_ẩn.exe"),
    ],
)
def test_a_name_is_cleaned(name, wanted):
    assert clean_file_name(name) == wanted
    assert clean_file_name(wanted) == wanted


def test_a_long_name_keeps_its_ending():
    name = clean_file_name("Báo cáo " * 60 + ".pdf")
    assert len(name) <= MOST_NAME
    assert name.endswith(".pdf")


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.PDF", ".pdf"), ("a", ""), (".pdf", ""), ("a.b.Docx", ".docx"), ("ảnh.jpg.exe", ".exe")],
)
def test_the_ending_is_what_stands_last(name, ending):
    assert ending_of(name) == ending


def test_nothing_is_both_taken_and_refused():
    taken = {*PHOTO_ENDINGS, *DOCUMENT_TYPES}
    assert taken.isdisjoint(PROGRAM_ENDINGS | MACRO_ENDINGS)
    assert {".exe", ".bat", ".js", ".lnk", ".vbs", ".ps1", ".scr"} <= PROGRAM_ENDINGS
    assert {".docm", ".xlsm", ".pptm"} <= MACRO_ENDINGS


def test_the_meter_warns_from_300_megabytes():
    assert not AttachmentUsage(size=LARGE_LEDGER_BYTES - 1).is_large
    assert AttachmentUsage(size=300 * 1024 * 1024).is_large
