"""The office's own Word template: exporting the shipped one, checking and keeping a changed one, using it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app.domain.records.office import Office
from desktop_app.domain.word_template import TemplateReview, TemplateState
from desktop_app.errors import LedgerFileError
from desktop_app.report import writers
from desktop_app.report.layout import Layout
from desktop_app.report.word_package import read_file
from desktop_app.storage.kept_files import KeptFiles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document; kind=template"
MOST_MEGABYTES = 20
_UNUSABLE = "Không dùng được mẫu Word của đơn vị “{}” nên bản Word theo mẫu của chương trình: {}"
_GONE = (
    "Không dùng được mẫu Word của đơn vị nên bản Word theo mẫu của chương trình: sổ không còn giữ tệp mẫu. "
)
_AGAIN = "Hãy chọn lại mẫu trong Cài đặt."


@dataclass(frozen=True)
class ChosenTemplate:
    """The template to print with, b"" for the shipped layout; `warning` says why the office's own is not used."""

    data: bytes = b""
    warning: str = ""


class TemplateDesk:
    """What the settings and the export need of Word templates."""

    def __init__(self, kept_files: KeptFiles, layout_of: Callable[[Office], Layout]) -> None:
        self._kept_files, self._layout_of = kept_files, layout_of

    def state(self, office: Office) -> TemplateState:
        """Return which template an office has."""
        if not office.word_template:
            return TemplateState()
        about = self._kept_files.about(office.word_template)
        name, at = (about.name, about.added_at) if about else ("(không còn tệp)", "")
        return TemplateState(name, at, self.of(office).warning)

    def of(self, office: Office) -> ChosenTemplate:
        """Return the template of an office; one that is gone or cannot be filled gives way, with a warning."""
        key = office.word_template
        if not key:
            return ChosenTemplate()
        try:
            data, about = self._kept_files.data(key), self._kept_files.about(key)
        except LedgerFileError:
            return ChosenTemplate(warning=_GONE + _AGAIN)
        name = about.name if about else ""
        problems = _problems(data, name, self._layout_of(office))
        if problems:
            return ChosenTemplate(warning=f"{_UNUSABLE.format(name, problems[0])} {_AGAIN}")
        return ChosenTemplate(data)

    def export(self, path: Path, office: Office) -> None:
        """Write the shipped template, in the office's layout, for changing in Word.

        Raises:
            ExportError: the file cannot be written.
        """
        writers.write_word_template(path, self._layout_of(office))

    def save_own(self, path: Path, office: Office) -> None:
        """Write the office's own template as it was chosen.

        Raises:
            LedgerFileError: the ledger does not have it.
            ExportError: the file cannot be written.
        """
        writers.write_bytes(path, self._kept_files.data(office.word_template))

    def review(self, path: Path, office: Office) -> TemplateReview:
        """Return what speaks against a file as a template; nothing is kept.

        Raises:
            WordFileError: the file cannot be read at all.
        """
        data = read_file(path, MOST_MEGABYTES)
        return writers.review_word_template(data, path.name, self._layout_of(office))

    def keep(self, review: TemplateReview) -> str:
        """Keep a template that was found good; return what `Office.word_template` is to say."""
        return self._kept_files.keep(review.name, MEDIA_TYPE, review.data)


@lru_cache(maxsize=4)
def _problems(data: bytes, name: str, layout: Layout) -> tuple[str, ...]:
    """Return what speaks against a kept template; asked whenever a report is looked at, so it is remembered."""
    return writers.review_word_template(data, name, layout).problems
