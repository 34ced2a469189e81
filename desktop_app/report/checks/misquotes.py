"""Figures that the officer's own text states otherwise than the ledger counts them.

Only what can be told safely: the same words of an indicator stand once in the first paragraph of the own text and
once in that of the suggestion of the same section (the others tell of examples), and nothing before the figure limits
it ("trong đó", "năm trước", "hơn").
"""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.domain.indicators import Indicator
from desktop_app.report.build import ReportSource, text_sections
from desktop_app.report.checks.remarks import REPORT, Remark
from desktop_app.vietnamese.numbers import two_digits

_FEWEST_WORDS = 2
"""A single word behind a figure ("12 cuộc") may mean anything."""
_LIMITED = re.compile(
    r"(?:trong đó|riêng|gồm|năm trước|cùng kỳ|kỳ trước|năm \d{4}|mỗi|bình quân|chỉ tiêu|kế hoạch|phấn đấu|ít nhất|"
    r"trên|hơn|gần|khoảng|tăng|giảm|thêm|đạt|quý|tháng|xã|thị trấn|phường)\b[^.;\n]*$",
    re.IGNORECASE,
)


def misquote_remarks(source: ReportSource) -> Iterator[Remark]:
    """Yield sections whose own text states another figure; those whose figures have changed are told already."""
    suggested, changed = source.suggested(), set(source.changed_sections())
    patterns = [(one, pattern) for one in source.indicators if (pattern := _pattern(one))]
    for section in text_sections(source.plan, source.records.period, with_other=source.has_other):
        own = _first_paragraph(source.narrative.get(section.key, ""))
        counted = _first_paragraph(suggested.get(section.key, ""))
        if not own.strip() or section.key in changed:
            continue
        for indicator, pattern in patterns:
            right, said = _only(pattern, counted), _only(pattern, own)
            if right is None or said is None or _value(right) == _value(said):
                continue
            sentence = own[max(own.rfind(". ", 0, said.start()), 0) : said.start()]
            if not _LIMITED.search(sentence):
                yield Remark(
                    f"Mục “{section.heading}”: ghi “{said[0]}” nhưng số liệu trong sổ là {two_digits(_value(right))}; "
                    "hãy sửa nội dung hoặc số liệu.",
                    REPORT,
                    "",
                    section.key,
                    f"figure:{indicator.code}",
                )


def _pattern(one: Indicator) -> re.Pattern[str] | None:
    """Return how an indicator is told with its figure, None where its words alone do not tell it."""
    behind = one.phrase.partition("{n}")[2].split() if one.value_kind == "count" else []
    return _told_with(tuple(behind)) if len(behind) >= _FEWEST_WORDS else None


@cache
def _told_with(words: tuple[str, ...]) -> re.Pattern[str]:
    told = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<![\d.,/])(\d+(?:\.\d{{3}})*)\s+{told}(?!\w)", re.IGNORECASE)


def _first_paragraph(text: str) -> str:
    return next((line for line in text.split("\n") if line.strip()), "")


def _only(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return where a pattern stands in a text, None where it does not, or more than once."""
    found = list(pattern.finditer(text))
    return found[0] if len(found) == 1 else None


def _value(match: re.Match[str]) -> int:
    return int(match[1].replace(".", ""))
