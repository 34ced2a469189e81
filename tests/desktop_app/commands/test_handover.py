"""Handing over and taking over by command: the password comes by file, environment or keyboard, and is told nowhere."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.main import main
from desktop_app.ledger import open_ledger
from tests.handovers import PASSWORD, make_quick


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    make_quick(monkeypatch)


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "mật khẩu.txt"
    path.write_text(f"{PASSWORD}\r\ndòng sau không tính\n", encoding="utf-8-sig", newline="")
    return path


@pytest.fixture
def given(run, sample_path, tmp_path, secret):
    out = tmp_path / "giao.bangiao"
    words = ("--to", "Bà Bưởi", "--by", "Ông Tám", "--password-file", secret)
    done = run("--today", "2023-11-20", "hand-over", "--ledger", sample_path, "--out", out, *words, "--json")
    assert done.code == 0, done.err
    assert done.json["file"] == str(out)
    assert (done.json["receiver"], done.json["on"]) == ("Bà Bưởi", "2023-11-20")
    return out


def test_a_ledger_goes_from_one_to_the_other(run, given, sample_path, tmp_path, secret):
    target = tmp_path / "nhận" / "Sổ.sohangviet"
    done = run("take-over", given, "--ledger", target, "--by", "Trần Thị Bưởi", "--password-file", secret)
    assert done.code == 0, done.err
    assert "của Ông Tám (ngày 20/11/2023)" in done.out
    assert (
        run("totals", "--ledger", target, "--year", 2023, "--json").json
        == run("totals", "--ledger", sample_path, "--year", 2023, "--json").json
    )
    assert PASSWORD not in done.out + done.err


def test_the_old_ledger_refuses_every_command_that_writes(run, given, sample_path, tmp_path):
    for words in (
        ("undo", "--ledger", sample_path),
        ("export", "--ledger", sample_path, "--year", 2023, "--out", tmp_path / "xuất", "--reason", "x"),
    ):
        done = run(*words)
        assert done.code == 3, (words, done)
        assert "đã bàn giao cho Bà Bưởi ngày 20/11/2023" in done.err
    assert not [*(tmp_path / "xuất").glob("BC_*")]
    assert run("search", "--ledger", sample_path, "dong giang", "--json").code == 0


def test_folders_get_names_by_the_program(run, sample_path, tmp_path, secret):
    words = ("--to", "Bà Bưởi", "--password-file", secret)
    done = run("--today", "2023-11-20", "hand-over", "--ledger", sample_path, "--out", tmp_path, *words)
    assert done.code == 0, done.err
    file = tmp_path / "BanGiao_HuyenHamThuanBac_2023-11-20.bangiao"
    assert file.exists()
    home = tmp_path / "nhà"
    home.mkdir()
    taken = run("take-over", file, "--ledger", home, "--password-file", secret, "--json")
    assert taken.json["ledger"] == str(home / "Sổ mẫu.sohangviet")
    long = run("take-over", file, "--ledger", home / f"{'x' * 300}.sohangviet", "--password-file", secret)
    assert (long.code, "quá dài" in long.err) == (1, True)


def test_the_environment_gives_the_password_too(run, sample_path, tmp_path, monkeypatch):
    monkeypatch.setenv("SOHANGVIET_PASSWORD", PASSWORD)
    done = run("hand-over", "--ledger", sample_path, "--out", tmp_path / "x.bangiao", "--to", "Bà Bưởi")
    assert done.code == 0, done.err
    monkeypatch.setenv("SOHANGVIET_PASSWORD", "Sai 4821 lúa mì")
    done = run("take-over", tmp_path / "x.bangiao", "--ledger", tmp_path / "y.sohangviet")
    assert done.code == 3
    assert "Mật khẩu không đúng" in done.err
    assert not (tmp_path / "y.sohangviet").exists()


def test_without_a_password_and_without_a_keyboard_it_says_how(run, sample_path, tmp_path, monkeypatch):
    monkeypatch.delenv("SOHANGVIET_PASSWORD", raising=False)
    done = run("hand-over", "--ledger", sample_path, "--out", tmp_path / "x.bangiao", "--to", "Bà Bưởi")
    assert done.code == 1
    assert "--password-file" in done.err
    with open_ledger(sample_path) as ledger:
        assert ledger.handed_over is None


@pytest.mark.parametrize(("typed", "code"), [(f"{PASSWORD}\n" * 2, 0), (f"{PASSWORD}\nkhác hẳn 12\n", 1)])
def test_at_the_keyboard_it_is_asked_for_twice_and_not_shown(sample_path, tmp_path, monkeypatch, typed, code):
    monkeypatch.delenv("SOHANGVIET_PASSWORD", raising=False)
    monkeypatch.setattr("desktop_app.commands.handover._has_keyboard", lambda: True)
    words = [
        "hand-over",
        "--ledger",
        str(sample_path),
        "--out",
        str(tmp_path / "x.bangiao"),
        "--to",
        "Bà Bưởi",
    ]
    done = CliRunner().invoke(main, words, input=typed)
    assert done.exit_code == code, done.output
    assert PASSWORD not in done.output


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_password_file_without_a_password_is_refused(run, sample_path, tmp_path, content):
    bad = tmp_path / "mk.txt"
    bad.write_bytes(content)
    words = ("--to", "Bà Bưởi", "--password-file", bad)
    done = run("hand-over", "--ledger", sample_path, "--out", tmp_path / "x.bangiao", *words)
    assert done.code == 1
    assert "mk.txt" in done.err


def test_the_password_is_no_option(run, sample_path, tmp_path):
    words = ("--to", "Bà Bưởi", "--password", PASSWORD)
    assert run("hand-over", "--ledger", sample_path, "--out", tmp_path / "x.bangiao", *words).code == 2


def test_a_file_that_is_no_handover_is_refused(run, tmp_path, secret):
    other = tmp_path / "x.bangiao"
    other.write_text(json.dumps({}))
    done = run("take-over", other, "--ledger", tmp_path / "y.sohangviet", "--password-file", secret)
    assert done.code == 3
    assert "không phải tệp bàn giao" in done.err
