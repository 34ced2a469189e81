"""The eight common contents C1–C8, by which activities of every plan are counted."""

from functools import cache
from typing import Annotated

from msgspec import Meta, Struct

from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.resources_path import resource


class Content(Struct, frozen=True, forbid_unknown_fields=True):
    """A common content.

    Attributes:
        code: "C1" to "C8".
        identifier: its English name in the data ("PROPAGANDA").
        short_name: short enough for the label of a chart.
    """

    code: Text
    identifier: Text
    name: Text
    short_name: Annotated[str, Meta(min_length=1, max_length=24)]


@cache
def load_contents() -> tuple[Content, ...]:
    """Return the contents in their order.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("contents.json")
    contents = checked(read_json(path), tuple[Content, ...], path.name)
    repeated = first_repeated(one.code for one in contents)
    if repeated is not None:
        raise bad_file(path.name, f"mục thứ {repeated + 1}", f"mã “{contents[repeated].code}” bị lặp lại")
    return contents


def content(code: str) -> Content:
    """Return a content by its code; an unknown code is a fault of the program."""
    return next(one for one in load_contents() if one.code == code)


@cache
def content_codes() -> frozenset[str]:
    """Return all codes."""
    return frozenset(one.code for one in load_contents())
