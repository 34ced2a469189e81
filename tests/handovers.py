"""A quick stand-in for the slow step of a handover file, and what tests of handovers share."""

import hashlib

from desktop_app.domain.handover import HandoverWish
from desktop_app.errors import WrongPasswordError
from desktop_app.exchange import age_lock

PASSWORD = "Hàng Việt 4821 lúa"
WISH = HandoverWish(receiver="Bà Trần Thị Bưởi", giver="Ông Lê Văn Tám", note="Biên bản số 3")


def quick_lock(data, password):
    """Stand for scrypt, which takes a second each time; everything around it stays as it is."""
    return hashlib.sha256(password.encode()).digest() + data


def quick_unlock(data, password):
    if not data.startswith(hashlib.sha256(password.encode()).digest()):
        raise WrongPasswordError("Mật khẩu không đúng.")
    return data[32:]


def make_quick(monkeypatch):
    monkeypatch.setattr(age_lock, "lock_with_password", quick_lock)
    monkeypatch.setattr(age_lock, "unlock_with_password", quick_unlock)
