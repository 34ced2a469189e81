"""A dossier of the sample to test with, and the written files as text."""

from datetime import date
from pathlib import Path

from desktop_app.domain.records.award_folder import AwardFolder, AwardMeeting
from desktop_app.exchange.sample import load_sample
from desktop_app.report.award_documents import DossierSource
from desktop_app.report.official import OfficialDocument
from desktop_app.report.writers import write_official
from tests.desktop_app.report.reading import docx_text

MEETING = AwardMeeting(
    held_on=date(2023, 10, 20),
    time="08 giờ 00",
    ended="10 giờ 30",
    place="Phòng họp số 1",
    chair="Ông Trần Văn Bình, Trưởng Ban Chỉ đạo",
    secretary="Bà Lê Thị Hoa, Ủy viên",
    present=("Ông Nguyễn Văn An", "Bà Phạm Thị Bé"),
)
CHAIR, FRONT = "Chủ tịch UBND huyện", "Ủy ban MTTQ Việt Nam huyện"


def dossier(authority: str = CHAIR, **changes: object) -> DossierSource:
    """Return the sample's dossier for one authority."""
    sample = load_sample()
    own = [one for one in sample.records["awards"] if one.award_authority == authority]
    values = {"number": "15", "issued_on": date(2023, 10, 25), "meeting": MEETING} | changes
    folder = AwardFolder(authority=authority, ids=tuple(one.id for one in own), year=2023, **values)
    return DossierSource(sample.office, sample.plan, folder, own)


def written(document: OfficialDocument, folder: Path) -> Path:
    """Write a document and return its file."""
    path = folder / f"{document.file_name}.docx"
    write_official(document, path)
    return path


def text_of(document: OfficialDocument, folder: Path) -> str:
    """Return a document as it is read back from Word."""
    return docx_text(written(document, folder))
