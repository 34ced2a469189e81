"""The forms of the achievement report by kind of nominee, as data (after Mẫu số 07 of NĐ 91/2017, theo chuyên đề)."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from desktop_app.domain.award_terms import NomineeType
from desktop_app.domain.resource_files import Text, bad_file, checked, read_json
from desktop_app.resources_path import resource


class ReportField(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the first section; `value` names what the ledger knows, "" leaves room for the hand."""

    label: Text
    value: str = ""


class ReportSection(Struct, frozen=True, forbid_unknown_fields=True):
    """A section: known lines, or the achievement with prompts to write on, or earlier awards."""

    title: Text
    fields: tuple[ReportField, ...] = ()
    achievement: bool = False
    prompts: tuple[Text, ...] = ()
    previous: bool = False


class ReportForm(Struct, frozen=True, forbid_unknown_fields=True):
    """The report of one kind of nominee.

    Attributes:
        promise: last paragraph, with {issuer}; may be empty.
        confirming, reporting: who signs at the left and at the right, with what stands in brackets below.
        reporting_name: what the ledger knows of the name at the right, "" leaves room for the hand.
    """

    sections: tuple[ReportSection, ...]
    promise: str
    confirming: Text
    confirming_caption: str
    reporting: Text
    reporting_caption: str
    reporting_name: str


@cache
def load_report_forms() -> Mapping[NomineeType, ReportForm]:
    """Return the shipped forms.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("award_reports.json")
    forms = checked(read_json(path), dict[NomineeType, ReportForm], path.name)
    missing = [kind for kind in NomineeType if kind not in forms]
    if missing:
        raise bad_file(path.name, "", f"thiếu mẫu báo cáo của “{missing[0]}”")
    return forms
