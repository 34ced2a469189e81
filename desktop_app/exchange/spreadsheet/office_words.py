"""The words of officers in resources/import_headings.json: beside headings, those for choices and titles of tables."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from desktop_app.domain.resource_files import checked, read_json
from desktop_app.resources_path import resource
from desktop_app.vietnamese.folding import fold

FILE = "import_headings.json"


@cache
def content_of_words() -> Mapping[str, object]:
    """Return what the file holds: part -> its words."""
    return MappingProxyType(checked(read_json(resource(FILE)), dict[str, object], FILE))


@cache
def other_words(choices: str) -> Mapping[str, str]:
    """Return folded word -> code, of the other words that officers write for a choice.

    Args:
        choices: name of the class of the choices.
    """
    known = checked(content_of_words()["choices"], dict[str, dict[str, list[str]]], FILE).get(choices, {})
    return MappingProxyType({word: code for code, words in known.items() for word in words})


def names_register(register: str, text: str) -> bool:
    """Tell whether the name of a sheet, or the title of its table, speaks of a register."""
    titles = checked(content_of_words()["titles"], dict[str, list[str]], FILE)
    folded = f" {fold(text)} "
    return any(f" {word} " in folded for word in titles.get(register, ()))
