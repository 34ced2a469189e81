"""Whoever types a command wrongly, or asks for help, reads Vietnamese and nothing else."""

import re

import pytest

ENGLISH = re.compile(
    r"Usage|Options|Commands|Error|Try|Missing|Invalid|No such|Did you|Got|Show|required|default"
)


@pytest.mark.parametrize(
    "command", [(), ("new",), ("sample",), ("totals",), ("search",), ("check",), ("export",)]
)
def test_help_is_vietnamese(run, command):
    done = run(*command, "--help")
    assert done.code == 0
    assert done.out.startswith("Cách dùng: ")
    assert "Tùy chọn:" in done.out
    assert "-h, --help" in done.out
    assert not ENGLISH.search(done.out)


def test_help_names_what_is_needed_and_what_is_usual(run):
    assert re.search(r"--ledger TỆP +Tệp sổ \(\.sohangviet\)\.  \[bắt buộc\]", run("totals", "--help").out)
    assert "[mặc định:" in run("sample", "--help").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("totals",), "Lỗi: Thiếu tùy chọn --ledger TỆP."),
        (("search", "--ledger", "x"), "Lỗi: Thiếu tham số NỘI_DUNG."),
        (("totals", "--ledger"), "Lỗi: Tùy chọn “--ledger” cần một giá trị đi kèm."),
        (("totals", "--json=1"), "Lỗi: Tùy chọn “--json” không nhận giá trị."),
        (("totals", "--ledgr", "x"), "Lỗi: Không có tùy chọn “--ledgr”. Có phải --ledger"),
        (("xuat",), "Lỗi: Không có lệnh “xuat”."),
        (("exprt",), "Lỗi: Không có lệnh “exprt”. Có phải export?"),
        (("--today", "2023-11-22"), "Lỗi: Thiếu tên lệnh."),
        (("search", "--ledger", "x", "a", "b"), "Lỗi: Thừa tham số trên dòng lệnh: b."),
        (("totals", "--ledger", "x", "--year", "hai"), "Lỗi: “hai” không phải là năm từ 1900 đến 2100"),
        (("totals", "--ledger", "x", "--year", "1899"), "Lỗi: “1899” không phải là năm"),
        (("totals", "--ledger", "x", "--year", "²"), "Lỗi: “²” không phải là năm"),
        (("sample", "--ledger", " "), "Lỗi: Đường dẫn còn trống"),
        (("export", "--ledger", "x", "--year", "2023", "--out", ""), "Lỗi: Đường dẫn còn trống"),
        (
            ("sample", "--ledger", "x", "--district", "sao_hoa"),
            "hãy dùng một trong: ham_thuan_bac, thap_muoi.",
        ),
    ],
)
def test_wrong_usage_is_two_and_told_in_vietnamese(run, arguments, sentence):
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert not ENGLISH.search(done.err)


def test_no_command_shows_the_help(run):
    assert "Các lệnh:" in run().err
