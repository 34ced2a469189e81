"""Tờ trình đề nghị khen thưởng, and the list that belongs to it."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.award_names import cited_day
from desktop_app.domain.records.awards import AwardNomination, NomineeType
from desktop_app.report import award_wording as words
from desktop_app.report import wording
from desktop_app.report.award_documents import PROPOSAL, DossierSource, archive, front, signing
from desktop_app.report.model import Cell, CellKind, Column, Table
from desktop_app.report.official import Block, Head, OfficialDocument, Text, TextKind
from desktop_app.vietnamese.dates import roman
from desktop_app.vietnamese.numbers import two_digits

_MOST_IN_LETTER = 15
"""More nominees than these stand only in the list."""


def proposal(source: DossierSource) -> OfficialDocument:
    """Return the Tờ trình."""
    authority, issuer = source.authority, source.issuer
    asked = words.asked(source.nominations, words.kinds(source.nominations))
    head = front(
        source,
        "TỜ TRÌNH",
        [f"Về việc đề nghị {asked} {words.reason(source.folder.year)}"],
        symbol=PROPOSAL,
        number=source.folder.number,
        addressees=source.folder.addressees or (source.addressee,),
        recipients=("Như trên", archive(source.office)),
    )
    bases = source.bases
    blocks: list[Block] = [
        Text(f"Căn cứ {base.rstrip(' ;.')}{'.' if place == len(bases) else ';'}", TextKind.BASIS)
        for place, base in enumerate(bases, 1)
    ]
    held = cited_day(source.folder.meeting.held_on, source.folder.year)
    blocks += [
        Text(
            f"Xét thành tích của các tập thể, cá nhân và kết quả họp xét {held}, {issuer} kính đề nghị {authority} "
            f"xem xét, quyết định {words.asked(source.nominations, words.counts(source.nominations))} "
            f"{words.reason(source.folder.year)}{', gồm:' if is_listed(source) else '.'}"
        ),
        *_named(source),
        Text("(Kèm theo: danh sách đề nghị, báo cáo thành tích, biên bản họp xét khen thưởng)."),
        Text(f"{issuer} kính trình {authority} xem xét, quyết định{wording.END_MARK}", keep=True),
    ]
    return OfficialDocument("01_ToTrinh", head, tuple(blocks), right=signing(source.office))


def is_listed(source: DossierSource) -> bool:
    """Whether the Tờ trình names every nominee itself."""
    return len(source.nominations) <= _MOST_IN_LETTER


def _named(source: DossierSource) -> Iterator[Text]:
    """Yield each form with its nominees, or only its counts when the list is long."""
    listed, forms = is_listed(source), words.forms(source.nominations)
    for place, form in enumerate(forms, 1):
        own = [one for one in source.nominations if (one.award_form or words.SHORT_DOTS) == form]
        giving = words.giving(form)
        if len(forms) > 1:
            title = f"{place}. {giving[:1].upper()}{giving[1:]}: {words.counts(own)}"
            yield Text(f"{title}{':' if listed else '.'}", TextKind.HEADING if listed else TextKind.BODY)
        names = words.in_order(own) if listed else []
        for one in names:
            end = "." if one is names[-1] else ";"
            yield Text(f"- {words.named_in_text(one)}{end}")


def nominee_list(source: DossierSource) -> OfficialDocument:
    """Return the list that goes with the Tờ trình."""
    nominations = words.in_order(source.nominations)
    asked = words.asked(nominations, words.kinds(nominations))
    subject = f"Đề nghị {source.authority} {asked} {words.reason(source.folder.year)}"
    head = front(
        source,
        "DANH SÁCH",
        [subject],
        symbol=PROPOSAL,
        number=source.folder.number,
    )
    reference = wording.annex_reference(replace(head, kind_name="TỜ TRÌNH"))
    blocks: tuple[Block, ...] = (
        list_table(nominations),
        Text(f"Tổng cộng: {words.counts(nominations)}{wording.END_MARK}"),
    )
    return OfficialDocument("02_DanhSach", head, blocks, Head.LIST, reference, landscape=True)


def list_table(nominations: list[AwardNomination]) -> Table:
    """Return the rows of the list, which names no more of a person than the year of birth (§4.4)."""
    rows: list[tuple[Cell, ...]] = []
    bold: set[int] = set()
    place = 0
    groups = [kind for kind in words.ORDER if any(one.nominee_type is kind for one in nominations)]
    for group, kind in enumerate(groups, 1):
        own = [one for one in nominations if one.nominee_type is kind]
        bold.add(len(rows))
        title = f"{words.COUNTED[kind].upper()} ({two_digits(len(own))})"
        rows.append((roman(group), "", title, *[""] * (len(LIST_COLUMNS) - 3)))
        for one in own:
            place += 1
            rows.append((place, *_cells(one)))
    return Table("nominees", "Danh sách", LIST_COLUMNS, rows, bold_rows=frozenset(bold))


LIST_COLUMNS = (
    Column("order", "TT", CellKind.ORDINAL, 0.6),
    Column("honorific", "Danh xưng", CellKind.ORDINAL, 0.9),
    Column("name", "Họ và tên/Tên tập thể", CellKind.TEXT, 2.7),
    Column("born", "Năm sinh", CellKind.ORDINAL, 0.9),
    Column("post", "Chức vụ, đơn vị/địa chỉ", CellKind.TEXT, 2.7),
    Column("achievement", "Tóm tắt thành tích", CellKind.TEXT, 3.6),
    Column("form", "Hình thức đề nghị", CellKind.TEXT, 1.3),
    Column("certificate", "Nội dung ghi trên bằng", CellKind.TEXT, 2.6),
    Column("previous", "Đã được khen", CellKind.TEXT, 1.9),
    Column("note", "Ghi chú", CellKind.TEXT, 0.9),
)


def _cells(one: AwardNomination) -> tuple[Cell, ...]:
    is_person = one.nominee_type is NomineeType.INDIVIDUAL
    born = one.date_of_birth.year if one.date_of_birth else words.SHORT_DOTS
    return (
        str(one.honorific) if is_person else "",
        one.name,
        born if is_person else "",
        words.post_and_place(one),
        one.achievement,
        one.award_form,
        one.certificate_text or words.DOTS,
        "; ".join(map(words.past_award, one.previous_awards)),
        "",
    )
