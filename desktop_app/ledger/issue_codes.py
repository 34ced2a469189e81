"""Which report of the ledger a check code belongs to, as it was typed from paper or read from the QR picture."""

import re
from collections.abc import Sequence

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.report_issue import STATE_WORDS, Issue
from desktop_app.exchange.check_code import ALPHABET, LENGTH
from desktop_app.ledger.issue_view import CodeAnswer, CodeMatch
from desktop_app.storage.reports import ExportEntry
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import clean, shorten

QR_MARK = "SHV1"
_QR_PARTS = 6
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LONGEST = 400
_FILE_NAME = re.compile(r"_L\d{1,4}_([0-9A-Za-z]{10})(?:\.zip)?$")


def find_code(text: str, exports: Sequence[ExportEntry], issues: Sequence[Issue]) -> CodeAnswer:
    """Tell what is known of a check code.

    Args:
        text: as typed, with or without spaces and hyphens, a letter O for a zero and the like; the text of the QR
            picture; or the name of a package.
        exports: all exports of the ledger, newest first.
        issues: all issues of the ledger.
    """
    code = _typed(text)
    if code is None:
        return CodeAnswer(
            kind=CodeMatch.UNKNOWN,
            sentence=f"“{shorten(clean(text[:_LONGEST]), 60)}” không phải mã kiểm tra; "
            f"mã có {LENGTH} chữ và số, in ở chân phụ lục cuối.",
        )
    export = next((one for one in exports if one.check_code == code), None)
    if export is None:
        return CodeAnswer(
            kind=CodeMatch.UNKNOWN,
            sentence=f"Sổ này không có báo cáo nào mang mã {code}; bản giấy thuộc đơn vị khác, "
            "hoặc số liệu đã bị sửa ngoài chương trình.",
        )
    own = [one for one in issues if (one.year, one.period) == (export.year, export.period)]
    issue = next((one for one in own if one.check_code == code), None)
    valid = _valid_revision(export, exports, own)
    if export.revision == valid:
        return CodeAnswer(
            kind=CodeMatch.MATCH,
            sentence=f"Khớp: {_named(export, issue)}, là bản có giá trị hiện nay.",
            issue=issue,
            export=export,
        )
    newer = "đã được thay bằng" if export.revision < valid else "chưa phát hành; bản có giá trị là"
    return CodeAnswer(
        kind=CodeMatch.OTHER_REVISION,
        sentence=f"Đây là {_named(export, issue)}, {newer} lần {valid}.",
        issue=issue,
        export=export,
    )


def _valid_revision(export: ExportEntry, exports: Sequence[ExportEntry], own: Sequence[Issue]) -> int:
    """Return the revision that counts: the newest issued one, else the newest export."""
    issued = [one.revision for one in own if one.is_issued]
    same = [one.revision for one in exports if (one.year, one.period) == (export.year, export.period)]
    return max(issued or same)


def _named(export: ExportEntry, issue: Issue | None) -> str:
    period = ReportPeriod(export.year, export.period, export.data_from, export.data_to)
    words = f"báo cáo {period.title}, lần {export.revision}"
    if issue is not None and issue.is_issued and issue.head.issued_on:
        return f"{words} (số {issue.head.number}, ngày {format_date(issue.head.issued_on)}, {STATE_WORDS[issue.state]})"
    return f"{words} (xuất ngày {_day(export.exported_at)})"


def _day(moment: str) -> str:
    return "/".join(reversed(moment[:10].split("-")))


def _typed(text: str) -> str | None:
    """Return the code in a text, None where there is none."""
    plain = clean(text[:_LONGEST])
    parts = plain.split("|")
    if parts[0].strip().upper() == QR_MARK and len(parts) == _QR_PARTS:
        plain = parts[-1]
    elif found := _FILE_NAME.search(plain):
        plain = found[1]
    code = re.sub(r"[\s.\-–—_]", "", plain).upper().translate(_MISREAD)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
