"""A unit described in a JSON file, as the command `new` takes it."""

from typing import Annotated, Any

import msgspec

from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.resource_files import checked
from desktop_app.vietnamese.text import clean

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class UnitFile(msgspec.Struct, frozen=True):
    """What is read of the file; other keys may stand in it.

    Attributes:
        name: with its kind ("huyện Hàm Thuận Bắc"). short_name: without it.
        place_for_dateline: địa danh; the short name when it is missing.
    """

    code: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9-]{1,20}$")]
    level: UnitLevel
    name: Text
    short_name: str = ""
    province: str = ""
    place_for_dateline: str = ""
    has_committee: bool = True
    recipient: str = ""
    recipient_email: str = ""


def office_of_unit(raw: Any, file_name: str) -> Office:  # noqa: ANN401 - whatever the file held
    """Return the office that a unit file describes.

    Raises:
        ResourceError: the file does not fit; the sentence names the place.
    """
    unit = checked(raw, UnitFile, file_name)
    short_name = clean(unit.short_name) or clean(unit.name)
    return Office(
        level=unit.level,
        unit_code=unit.code,
        unit_name=clean(unit.name),
        short_name=short_name,
        province_name=clean(unit.province),
        has_committee=unit.has_committee,
        place_name=clean(unit.place_for_dateline) or short_name,
        addressees=(clean(unit.recipient),) if unit.recipient else (),
        recipient_email=clean(unit.recipient_email),
    )
