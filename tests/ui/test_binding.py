"""The installed Qt binding must give back what it borrows.

PySide6 6.12.0 on Python 3.11 takes one reference from None at every call without a result; after a few thousand
calls the interpreter dies. This guards the pinned version.
"""

import sys

from PySide6.QtCore import QObject

CALLS = 2000


def test_calls_without_a_result_leave_none_alone(qapp):
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        subject.setObjectName("name")
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
