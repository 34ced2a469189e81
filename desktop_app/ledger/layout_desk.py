"""The layout profiles of a ledger: which there are, the office's own files, the one that a paper is printed with."""

import functools
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.layout_choice import LayoutChoice
from desktop_app.domain.records.office import Office
from desktop_app.errors import LedgerFileError, ResourceError
from desktop_app.report import writers
from desktop_app.report.layout import Layout, load_layout
from desktop_app.report.layout_profiles import LARGEST_FILE, read_profile, shipped_file, shipped_profiles
from desktop_app.storage.kept_files import KeptFiles

MEDIA_TYPE = "application/x-sohangviet-layout+json"


@dataclass(frozen=True)
class ChosenLayout:
    """The profile to print with; `warning` says why it is not the one that the office chose, "" when it is."""

    layout: Layout
    warning: str = ""


class LayoutDesk:
    """What the settings and the writers need of layout profiles."""

    def __init__(self, kept_files: KeptFiles) -> None:
        self._kept_files = kept_files

    def choices(self) -> list[LayoutChoice]:
        """Return all profiles: the shipped ones, then the office's own; a broken one goes by its file's name."""
        shipped = [LayoutChoice(name, load_layout(name).title) for name in shipped_profiles()]
        return [*shipped, *(self._own(one.sha256, one.name) for one in self._kept_files.of_type(MEDIA_TYPE))]

    def add(self, path: Path) -> LayoutChoice:
        """Keep a profile from a file, after all checks; the same content is kept once.

        Raises:
            ResourceError: the file is no profile that can be printed; the sentence names the fault.
        """
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise ResourceError(f"Không đọc được tệp “{path.name}”; hãy chọn tệp khác.") from error
        layout = read_profile(data, path.name)
        return LayoutChoice(self._kept_files.keep(path.name, MEDIA_TYPE, data), layout.title, True)

    def of(self, office: Office) -> ChosenLayout:
        """Return the profile of an office; a missing or broken one gives way to the usual one, with a warning."""
        key = office.layout_profile
        if key in shipped_profiles():
            return ChosenLayout(load_layout(key))
        if not key:
            return ChosenLayout(load_layout())
        about = self._kept_files.about(key)
        name = about.name if about else key
        try:
            return ChosenLayout(_read(self._kept_files.data(key), name))
        except (ResourceError, LedgerFileError):
            return ChosenLayout(
                load_layout(),
                f"Không dùng được bố cục văn bản “{name}” nên báo cáo in theo bố cục mặc định; "
                "hãy chọn lại bố cục trong Cài đặt.",
            )

    def export(self, key: str, path: Path) -> None:
        """Write a profile as a file that can be changed and brought back.

        Raises:
            ResourceError: there is no such shipped profile.
            LedgerFileError: the ledger does not have such a file.
            ExportError: the file cannot be written.
        """
        data = shipped_file(key) if key in shipped_profiles() else self._kept_files.data(key)
        writers.write_bytes(path, data)

    def _own(self, sha256: str, name: str) -> LayoutChoice:
        try:
            return LayoutChoice(sha256, _read(self._kept_files.data(sha256), name).title, True)
        except (ResourceError, LedgerFileError):
            return LayoutChoice(sha256, f"{name} (không dùng được)", True)


_read = functools.cache(read_profile)
"""Each read of a report asks for its profile."""
