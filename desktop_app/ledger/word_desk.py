"""What the chair corrected in the exported Word file comes back: read, compared section by section, taken over."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.word_text import WordReading, WordSection, merged
from desktop_app.report import wording
from desktop_app.report.build import ReportSource, build_report, text_sections
from desktop_app.report.model import Identity
from desktop_app.report.word_narrative import FoundNarrative, FoundSection, read_narrative
from desktop_app.report.word_package import open_package, read_file
from desktop_app.storage.database import Database
from desktop_app.storage.reports import ReportStore

MOST_MEGABYTES = 60
_TABLE = "Bảng trong mục này không lấy về được; hãy ghi vào sổ bằng lời hoặc vào sổ tương ứng."
_HEADING = "Tiêu đề mục trong Word đã bị đổi thành “{}”; chương trình giữ tiêu đề theo đề cương."
_STRANGE = (
    "Tiêu đề “{}” không có trong đề cương nên phần chữ dưới đó không lấy về; hãy chuyển vào mục của đề cương."
)
_PARENT = "Chữ viết ngay dưới tiêu đề “{}” không có chỗ trong sổ nên không lấy về; hãy chuyển xuống mục con."


class WordDesk:
    """Reads exported Word files back."""

    def __init__(
        self, database: Database, reports: ReportStore, source_of: Callable[[ReportPeriod], ReportSource]
    ) -> None:
        self._database, self._reports, self._source_of = database, reports, source_of

    def read(self, path: Path, period: ReportPeriod) -> WordReading:
        """Return what a Word file says in the sections of a report, beside what is printed now.

        Raises:
            WordFileError: it is no .docx, damaged, locked by a password, too large or hostile.
        """
        package = open_package(read_file(path, MOST_MEGABYTES), path.name)
        source = self._source_of(period)
        report = build_report(source)
        printed = {one.key: wording.section_text(one) for one in report.walk()}
        outline = text_sections(source.plan, period, with_other=source.has_other)
        further = [(one.key, _printed_heading(one.heading)) for one in outline if one.key not in printed]
        found = read_narrative(package, report, further)
        own, suggested = source.texts(), source.suggested()
        writable = {one.key for one in outline}
        sections = tuple(
            replace(
                _compared(one.key, one.heading, printed.get(one.key), found, own.get(one.key, "")),
                basis=source.bases.get(one.key, suggested.get(one.key, "")),
            )
            for one in outline
        )
        notes = [
            _PARENT.format(text.heading)
            for key, text in printed.items()
            if key not in writable
            and key in found.sections
            and found.sections[key].paragraphs != text.paragraphs
        ]
        notes += [_STRANGE.format(heading) for heading in found.strange]
        stranger, remark = self._origin(found.identity, report.identity, period)
        return WordReading(path.name, sections, stranger, (*remark, *notes))

    def take(self, period: ReportPeriod, reading: WordReading, keys: Collection[str]) -> int:
        """Keep the texts of some sections as they were read, each as a version of its own; return how many."""
        chosen = [one for one in reading.changed if one.key in keys]
        with self._database.write():
            for one in chosen:
                self._reports.save_narrative(period, one.key, one.own, one.basis, apart=True)
        return len(chosen)

    def _origin(
        self, there: Identity | None, here: Identity, period: ReportPeriod
    ) -> tuple[str, Sequence[str]]:
        """Return why the file may be that of another report, and what is to be said of one of ours."""
        if there is None:
            return "", ["Tệp không còn ghi mã báo cáo nên chương trình không biết tệp được xuất từ lần nào."]
        differences = [
            words
            for words, differs in (
                (f"đơn vị có mã {there.unit_code}", there.unit_code != here.unit_code),
                (f"năm {there.year}", there.year != here.year),
                ("kỳ báo cáo khác", there.period != here.period),
            )
            if differs
        ]
        if differences:
            return f"Tệp Word này là báo cáo của {', '.join(differences)}, không phải báo cáo đang mở.", []
        exports = self._reports.exports(period.year, period.code)
        if there.check and exports and there.check != exports[0].check_code:
            return "", [
                "Tệp Word này không phải lần xuất mới nhất; chỗ khác nhau có thể do sổ đã thay đổi sau đó, hãy xem kỹ."
            ]
        return "", []


def _printed_heading(heading: str) -> str:
    """Return "2. Kinh phí" for the "III.2. Kinh phí" of the outline."""
    place, _, title = heading.partition(". ")
    return f"{place.rpartition('.')[2]}. {title}"


def _compared(
    key: str, heading: str, printed: wording.SectionText | None, found: FoundNarrative, own: str
) -> WordSection:
    there = found.sections.get(key)
    lines = printed.paragraphs if printed else []
    if there is None:
        return WordSection(key, heading, "\n".join(lines), None)
    return WordSection(
        key,
        heading,
        "\n".join(lines),
        "\n".join(there.paragraphs),
        own=merged(own, lines, there.paragraphs),
        remarks=tuple(_remarks(there, printed)),
    )


def _remarks(there: FoundSection, printed: wording.SectionText | None) -> list[str]:
    found = [_TABLE] if there.has_table else []
    if printed and there.heading and there.heading.casefold() != printed.heading.casefold():
        found.append(_HEADING.format(there.heading))
    return found
