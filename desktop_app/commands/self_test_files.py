"""What `--self-test` finds in files: the shipped data, and what exports wrote, read back by our own readers."""

import email
import email.policy
import json
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.award_laws import load_award_laws
from desktop_app.domain.award_report_forms import load_report_forms
from desktop_app.domain.committee_rules import rule_for
from desktop_app.domain.contents import load_contents
from desktop_app.domain.document_kinds import document_kinds
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.legal_bases import legal_library
from desktop_app.domain.narrative_wording import load_narrative_words
from desktop_app.domain.plans import available_plans
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.records.steering_committee import CommitteeBody
from desktop_app.domain.units import load_units
from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.export_result import ExportResult
from desktop_app.exchange.package_contents import DESCRIPTOR_FILE, read_package
from desktop_app.exchange.spreadsheet.office_words import content_of_words
from desktop_app.exchange.spreadsheet.reading import read_book
from desktop_app.report.fonts import FontSet, load_fonts, shipped_times
from desktop_app.report.layout_profiles import read_profile, shipped_file, shipped_profiles
from desktop_app.report.pdf_pages import PdfPages
from desktop_app.report.word_package import open_package
from desktop_app.report.word_paragraphs import read_paragraphs
from desktop_app.resources_path import resource
from desktop_app.vietnamese.legacy_fonts import LegacyEncoding, to_unicode

PLANS = {"BT2023", "DT2022", "TH2024", "TW5"}
LAYOUTS = {"mttq_nd30", "mttq_nd30_13"}
LEAST_UNITS = 10_000
PLAIN_FILES = ("color/sRGB.icc", "licences/README.md", "fonts/OFL.txt", "icons/LICENSE.txt")
"""Shipped files that are needed and that no other check opens."""


def require(condition: bool, otherwise: str) -> None:
    """Raise `AssertionError` with what was seen instead; unlike `assert` it also holds in an optimised program."""
    if not condition:
        raise AssertionError(otherwise)


def shipped_data() -> str:
    """Read every data file that the program needs; it says what is missing or damaged."""
    plans = {one.code for one in available_plans()}
    require(plans >= PLANS, f"plans: {sorted(plans)}")
    layouts = set(shipped_profiles())
    require(layouts >= LAYOUTS, f"layouts: {sorted(layouts)}")
    for name in layouts:
        read_profile(shipped_file(name), name)
    units = len(load_units().units)
    require(units >= LEAST_UNITS, f"{units} administrative units")
    loaders: tuple[Callable[[], object], ...] = (
        load_contents, load_indicators, load_awards, load_award_laws, load_report_forms,
        load_narrative_words, document_kinds, legal_library, content_of_words,
    )  # fmt: skip
    for load in loaders:
        require(bool(load()), f"{load.__name__} gives nothing")
    require(rule_for(CommitteeBody.COMMITTEE, UnitLevel.DISTRICT) is not None, "no rules of committees")
    require(to_unicode("¹", LegacyEncoding.TCVN3) == "ạ", "TCVN3 is not converted")
    for name in PLAIN_FILES:
        require(resource(*name.split("/")).stat().st_size > 0, f"{name} is empty")
    for file in shipped_times():
        require(file.is_file(), f"{file.name} is missing")
    FontSet(shipped_times())
    return (
        f"{len(plans)} plans, {len(layouts)} layouts, {units} units, font {load_fonts().files.regular.name}"
    )


def exported_files(result: ExportResult, unit_name: str) -> str:
    """Read every file of an exported report back: words, tables, the package's hashes, the attached copy."""
    folder = result.folder
    name = unit_name.split()[-1].lower()
    texts = {
        "BaoCao.pdf": pdf_text((folder / "BaoCao.pdf").read_bytes()),
        "BaoCao.docx": word_text(folder / "BaoCao.docx"),
        "SoLieu.xlsx": excel_text(folder / "SoLieu.xlsx"),
    }
    for file, text in texts.items():
        require(name in text.lower(), f"{file} does not name the unit {unit_name}")
    for file in ("BaoCao.pdf", "BaoCao.docx"):
        require("BÁO CÁO" in texts[file], f"{file} does not say BÁO CÁO")
    contents = read_package(result.package)
    require(contents.about.check_code == result.check_code, "the package has another check code")
    described = json.loads(contents.files[DESCRIPTOR_FILE])["resources"]
    for one in described:
        require(sha256(contents.files[one["path"]]) == one["hash"].removeprefix("sha256:"), one["path"])
    draft = email.message_from_bytes((folder / "ThuGui.eml").read_bytes(), policy=email.policy.default)
    attached = [one.get_payload(decode=True) for one in draft.iter_attachments()]
    require(attached == [result.package.read_bytes()], "the draft does not carry the package")
    return (
        f"{', '.join(f'{file} {len(text)} letters' for file, text in texts.items())}, {len(described)} parts"
    )


def award_papers(folder: Path) -> int:
    """Read the papers of an award dossier; return how many there are."""
    papers = sorted(folder.glob("*.docx"))
    for path in papers:
        require(len(word_text(path)) > 200, f"{path.name} says nothing")
    require(bool(papers), "there are no papers")
    return len(papers)


def pdf_text(data: bytes) -> str:
    """Return the words of a PDF as PDFium reads them; a page without anything drawn is a fault."""
    with PdfPages(data) as pages:
        drawn = pages.render(0, 36)
        require(len(set(drawn.data)) > 2, "the first page is empty")
        return "\n".join(pages.text(page) for page in range(pages.count))


def word_text(path: Path) -> str:
    """Return the words of a Word file."""
    return "\n".join(one.text for one in read_paragraphs(open_package(path.read_bytes(), path.name)))


def excel_text(path: Path) -> str:
    """Return the values of a workbook as calamine reads them."""
    cells = (str(value) for sheet in read_book(path).sheets for row in sheet.rows for value in row if value)
    return "\n".join(cells)
