"""Công văn đính chính: mends faults of form of an issued report; its content is corrected by a replacement only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain import office_wording
from desktop_app.domain.document_series import usual_series, usual_symbol
from desktop_app.domain.office_setup import plan_addressees, report_recipients
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.domain.report_issue import Fault
from desktop_app.report.model import CellKind, Column, Identity, Report, Signature, Table
from desktop_app.report.official import Block, Head, OfficialDocument, SignPlace, Text
from desktop_app.report.signatures import signature
from desktop_app.report.wording import END_MARK

_COLUMNS = (
    Column("place", "STT", CellKind.ORDINAL, 0.7),
    Column("where", "Vị trí trong Báo cáo", CellKind.TEXT, 3),
    Column("wrong", "Đã in", CellKind.TEXT, 4),
    Column("right", "Nay sửa là", CellKind.TEXT, 4),
)


@dataclass(frozen=True)
class CorrectionSource:
    """What the letter is made of.

    Attributes:
        report: how the letter names the report ("Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023").
        number, issued_on: of the letter; empty leaves room for the hand.
        signer_name, signer_post: who signed the report; empty means the office's usual signer.
    """

    office: Office
    plan: Plan
    period: ReportPeriod
    report: str
    faults: Sequence[Fault]
    number: str = ""
    issued_on: date | None = None
    signer_name: str = ""
    signer_post: str = ""


def correction_letter(source: CorrectionSource) -> OfficialDocument:
    """Return the letter, to the same addressees as the report."""
    office, year = source.office, source.period.year
    issuer = office_wording.issuer_name(office)
    front = Report(
        identity=Identity(office.unit_code, office.unit_name, year, source.period.code),
        superior_lines=office_wording.superior_lines(office),
        issuer_lines=office_wording.issuer_lines(office),
        issuer_name=issuer,
        symbol=usual_symbol(office, usual_series(office)),
        place_name=office.place_name,
        subject=f"đính chính {source.report}",
        addressees=office.addressees or plan_addressees(source.plan, office, year),
        lead=(),
        sections=(),
        closing="",
        recipients=report_recipients(source.plan, office, year),
        signature=Signature(()),
        number=source.number,
        issued_on=source.issued_on,
        kind_name="CÔNG VĂN",
    )
    signer = signature(office, source.signer_name, source.signer_post)
    right = SignPlace(signer.authority_lines, "", signer.name, signer.post, signer.post_above)
    return OfficialDocument("CongVanDinhChinh", front, _blocks(source, issuer), Head.LETTER, right=right)


def _blocks(source: CorrectionSource, issuer: str) -> tuple[Block, ...]:
    campaign, title = office_wording.CAMPAIGN, source.period.title
    told = f"{issuer} đã ban hành {source.report} về kết quả thực hiện {campaign} {title}."
    blocks: list[Block] = [Text(told)]
    if len(source.faults) == 1:
        [fault] = source.faults
        blocks.append(
            Text(
                f"Do sơ suất trong khâu soạn thảo, Báo cáo có sai sót về thể thức, kỹ thuật trình bày. {issuer} "
                f"đính chính như sau: tại {_inside(fault.place)}, đã in là “{fault.wrong}”, nay sửa là “{fault.right}”."
            )
        )
    else:
        rows = [(place, one.place, one.wrong, one.right) for place, one in enumerate(source.faults, 1)]
        blocks += [
            Text(
                "Do sơ suất trong khâu soạn thảo, Báo cáo có một số sai sót về thể thức, kỹ thuật trình bày. "
                f"{issuer} đính chính như sau:",
                keep=True,
            ),
            Table("faults", "Nội dung đính chính", _COLUMNS, rows),
        ]
    blocks += [
        Text("Số liệu và các nội dung khác của Báo cáo không thay đổi."),
        Text(f"{issuer} trân trọng thông báo để các cơ quan, đơn vị biết, theo dõi{END_MARK}", keep=True),
    ]
    return tuple(blocks)


def _inside(place: str) -> str:
    """Return a place as it stands inside a sentence: "Trang 3, dòng 5" is "trang 3, dòng 5"; "Phụ lục II" stays."""
    first = place.split(" ", 1)[0]
    return place[0].lower() + place[1:] if first in ("Trang", "Dòng", "Mục", "Phần", "Đoạn") else place
