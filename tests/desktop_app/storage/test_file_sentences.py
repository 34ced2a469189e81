"""Each thing that can happen to a file has its own Vietnamese sentence."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.storage.file_sentences import damaged, not_ours, operational_sentence, os_sentence

PATH = Path("/nhà/Nguyễn Thị Đào/Sổ.sohangviet")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "Không có quyền"),
        (errno.ENOSPC, "Ổ đĩa đã đầy"),
        (errno.EDQUOT, "Ổ đĩa đã đầy"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.ENOTDIR, "“/nhà/Nguyễn Thị Đào” không phải là thư mục"),
        (errno.ENAMETOOLONG, "quá dài"),
        (errno.EIO, "Hãy kiểm tra ổ đĩa"),
    ],
)
def test_what_the_system_says(number, said):
    sentence = os_sentence(PATH, OSError(number, os.strerror(number)))
    assert said in sentence
    assert sentence.endswith(".")


def test_a_fault_of_the_program_has_no_sentence():
    assert operational_sentence(PATH, "no such column: full_name") is None
    assert operational_sentence(PATH, 'near "FROM": syntax error') is None


def test_each_sentence_says_what_to_do():
    for sentence in (damaged(PATH), not_ours(PATH), operational_sentence(PATH, "database is locked")):
        assert "Sổ.sohangviet" in sentence
        assert "Hãy" in sentence
