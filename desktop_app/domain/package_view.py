"""What an officer sees of a report package: of which report it is, whether it is whole, its files and totals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PartState(StrEnum):
    """How a file of a package stands to what the package says of it."""

    SOUND = "sound"
    ALTERED = "altered"
    DAMAGED = "damaged"
    MISSING = "missing"
    STRANGE = "strange"


PART_WORDS = {
    PartState.SOUND: "Nguyên vẹn",
    PartState.ALTERED: "Đã bị thay đổi",
    PartState.DAMAGED: "Bị hỏng",
    PartState.MISSING: "Bị thiếu",
    PartState.STRANGE: "Không thuộc gói",
}


@dataclass(frozen=True)
class PackagePart:
    """A file of the package: `size` in bytes, `title` what it is for."""

    name: str
    title: str
    size: int
    state: PartState

    @property
    def is_sound(self) -> bool:
        """Whether it is the file that the package names."""
        return self.state is PartState.SOUND


@dataclass(frozen=True)
class ContentTotal:
    """What the package tells of one of the common contents; `content` is its name."""

    content: str
    activities: int
    attendees: int


@dataclass(frozen=True, kw_only=True)
class PackageView:
    """A report package as it says it is, and whether that holds.

    Attributes:
        file_name: of the zip. size: of the zip in bytes.
        period: "năm 2023", "quý I năm 2023".
        number, issued_on, signer: of the issued report; empty while it is not issued.
        replaces: the report that it takes the place of; may be "".
        parts: its files, those for people first.
        fits_code: the data are those that the check code was made of.
        contents: totals by the common contents; empty when the data are not whole.
        awards: number of nominations, None when it is not known.
    """

    file_name: str
    size: int
    unit_code: str
    unit_name: str
    province_name: str
    year: int
    period: str
    revision: int
    check_code: str
    number: str = ""
    issued_on: date | None = None
    signer: str = ""
    replaces: str = ""
    is_sample: bool = False
    parts: tuple[PackagePart, ...] = ()
    fits_code: bool = True
    contents: tuple[ContentTotal, ...] = ()
    awards: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing, altered, damaged or added."""
        return self.fits_code and all(one.is_sound for one in self.parts)

    def faults(self) -> tuple[str, ...]:
        """Return what is wrong with the package, whole sentences, each naming its files."""
        sentences = []
        for state, words in _FAULTS.items():
            names = [one.name for one in self.parts if one.state is state]
            if names:
                shown = ", ".join(names[:_MOST_NAMED])
                more = f" và {len(names) - _MOST_NAMED} tệp khác" if len(names) > _MOST_NAMED else ""
                sentences.append(words.format(shown + more))
        if not self.fits_code:
            sentences.append(_OTHER_CODE.format(self.check_code))
        return tuple(sentences)


_MOST_NAMED = 6
_FAULTS = {
    PartState.MISSING: "Gói bị thiếu: {}.",
    PartState.DAMAGED: "Tệp trong gói bị hỏng, không đọc được: {}.",
    PartState.ALTERED: "Tệp trong gói đã bị thay đổi sau khi xuất: {}.",
    PartState.STRANGE: "Tệp không thuộc gói gốc, do ai đó thêm vào: {}.",
}
_OTHER_CODE = "Số liệu trong gói không khớp mã kiểm tra {}."
