"""What must not stand in a text that leaves: personal data, characters no font has, bodies that are no more."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.registers import DOCUMENTS, SUBUNITS
from desktop_app.report import writers
from desktop_app.report.build import ReportSource, build_report
from desktop_app.report.checks.leaving import LeavingTexts, Origin, leaving_texts
from desktop_app.report.checks.remarks import REPORT, Remark
from desktop_app.report.missing_glyphs import SURE, character_name
from desktop_app.vietnamese.former_bodies import SUSPECT as FORMER_SUSPECT
from desktop_app.vietnamese.former_bodies import find_former_bodies
from desktop_app.vietnamese.personal_data import SUSPECT as PERSONAL_SUSPECT
from desktop_app.vietnamese.personal_data import Trace, find_personal

TWO_LEVELS_SINCE = date(2025, 7, 1)
"""Since then there are no districts and no townships (domain research, §5.1)."""

_TRACES: Mapping[Trace, str] = {
    Trace.NATIONAL_ID: "số định danh cá nhân",
    Trace.OLD_ID: "số chứng minh nhân dân",
    Trace.PHONE: "số điện thoại",
    Trace.EMAIL: "địa chỉ thư điện tử",
    Trace.BIRTH_DATE: "ngày sinh",
}
_NUMBERS = frozenset(
    {
        (DOCUMENTS.name, "number"),
        (DOCUMENTS.name, "symbol"),
        (SUBUNITS.name, "unit_code"),
        ("funds", "voucher"),
        ("enterprises", "website"),
    }
)
"""Fields that hold numbers and addresses of bodies, never of a person."""
_UNSURE = re.compile(f"[^{re.escape(''.join(sorted(SURE)))}\\x00]")
"""A character that has to be looked up in the font; the zero stands between two texts."""


def text_remarks(source: ReportSource) -> Iterator[Remark]:
    """Yield what to look at again in the texts of a report."""
    texts = leaving_texts(source)
    yield from _personal(texts)
    yield from _missing_characters(source, texts)
    if source.records.period.data_to >= TWO_LEVELS_SINCE:
        yield from _former_bodies(source, texts)


def _personal(texts: LeavingTexts) -> Iterator[Remark]:
    """Tell what may be personal without telling it: sentences are kept with their reasons, and printed."""
    found: dict[tuple[Origin, Trace], list[str]] = defaultdict(list)
    for origin, text in texts.holding(PERSONAL_SUSPECT):
        if (origin.place, origin.field) in _NUMBERS:
            continue
        for one in find_personal(text):
            found[origin, one.trace].append(one.masked)
    for (origin, trace), masked in found.items():
        shown = ", ".join(dict.fromkeys(masked))
        yield _remark(
            origin,
            f"có thể có {_TRACES[trace]} ({shown}); báo cáo không gửi kèm dữ liệu cá nhân, hãy xóa, hoặc ghi lý do "
            "nếu là thông tin của cơ quan.",
            f"personal:{trace}",
            ProblemKind.PERSONAL,
        )


def _missing_characters(source: ReportSource, texts: LeavingTexts) -> Iterator[Remark]:
    """Tell the characters that the PDF prints as boxes; the report is only built where one may be missing."""
    if not texts.hold(_UNSURE):
        return
    for char, places in writers.missing_characters(build_report(source)).items():
        origin = texts.first_with(char) or Origin(REPORT, "", "", "Báo cáo", None)
        yield _remark(
            origin,
            f"ký tự {character_name(char)} không có trong phông chữ nên bản in chỉ có ô trống (ở {'; '.join(places)}); "
            "hãy sửa hoặc bỏ ký tự này.",
            f"letter:{ord(char):04X}",
            ProblemKind.LETTERS,
        )


def _former_bodies(source: ReportSource, texts: LeavingTexts) -> Iterator[Remark]:
    """Tell bodies of districts that are named after their end; nothing is renamed (domain research, §3.3b)."""
    is_after = source.records.period.data_from >= TWO_LEVELS_SINCE
    for origin, text in texts.holding(FORMER_SUSPECT):
        told_later = origin.day >= TWO_LEVELS_SINCE if origin.day else is_after
        names = list(dict.fromkeys(find_former_bodies(text))) if told_later else []
        if names:
            named = ", ".join(f"“{name}”" for name in names[:3])
            yield _remark(
                origin,
                f"nêu {named}, không còn từ ngày 01/7/2025; hãy ghi tên cơ quan hiện nay hoặc thêm chữ “cũ”.",
                "former",
                ProblemKind.FORMER,
            )


def _remark(origin: Origin, sentence: str, rule: str, kind: ProblemKind) -> Remark:
    return Remark(f"{origin.name}: {sentence}", origin.place, origin.record_id, origin.field, rule, kind)
