"""Reports and layout profiles to measure pages with: both districts, both issuing bodies, a profile like no other."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from desktop_app.ledger import open_ledger
from desktop_app.report.layout import Layout, load_layout
from desktop_app.report.model import Report
from tests.conftest import StandingClock

DISTRICTS = {"ham_thuan_bac": 2023, "thap_muoi": 2022}
CASES = [
    (district, body, profile)
    for district in DISTRICTS
    for body in ("committee", "front")
    for profile in ("mttq_nd30", "mttq_nd30_13", "other")
]


def profile_of(name: str) -> Layout:
    """Return a shipped profile, or the strange one."""
    return other_profile() if name == "other" else load_layout(name)


def other_profile() -> Layout:
    """Return a profile in which no value is that of the shipped one; whatever is fixed in a writer shows."""
    values: dict[str, Any] = msgspec.to_builtins(load_layout())
    values["portrait"] |= {"top_mm": 24, "bottom_mm": 22, "left_mm": 33, "right_mm": 17, "page_number_mm": 13}
    values["landscape"] |= {
        "top_mm": 27,
        "bottom_mm": 17,
        "left_mm": 23,
        "right_mm": 19,
        "page_number_mm": 12,
    }
    values["header"] = {"left_mm": 65, "right_mm": 91}
    values["signature"] = {"left_mm": 70, "right_mm": 84, "name_gap_mm": 22, "space_before_pt": 15}
    values["addressee"] = {"label_left_mm": 15}
    values["rule"] = {
        "width_pt": 1, "gap_pt": 6, "issuer_share": 0.5, "subject_share": 0.4, "annex_share": 0.45
    }  # fmt: skip
    values["table"] |= {"rule_pt": 0.75, "padding_x_mm": 1.5, "padding_y_mm": 1.2, "space_before_pt": 11}
    for place, style in enumerate(values["styles"].values()):
        style["size_pt"] -= 0.5 + place % 3 / 2
        style["bold"], style["italic"] = not style["bold"], not style["italic"]
        style["space_before_pt"] += 1 + place % 2
        style["line_spacing"] += 0.05
        if style["first_indent_mm"]:
            style["first_indent_mm"] = 12.7
    values["styles"]["date_line"]["size_pt"] = values["styles"]["number_line"]["size_pt"] + 1
    return msgspec.convert(values, Layout)


def sample_report(samples: Path, folder: Path, district: str, body: str) -> Report:
    """Return the numbered report of a sample district.

    Args:
        samples: folder of the shipped sample ledgers.
        folder: to copy the ledger into.
        district: key of `DISTRICTS`.
        body: "committee" or "front", who reports.
    """
    path = folder / f"{district}_{body}.sohangviet"
    path.write_bytes((samples / f"{district}.sohangviet").read_bytes())
    with open_ledger(path, StandingClock(), "Đào") as ledger:
        year = DISTRICTS[district]
        ledger.save_office(replace(ledger.office, has_committee=body == "committee"))
        report = ledger.report(ledger.reports.period(year))
    path.unlink()
    return replace(report, number="9", issued_on=date(year, 11, 22))
