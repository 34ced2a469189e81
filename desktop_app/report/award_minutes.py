"""Biên bản họp xét khen thưởng (after the form of minutes in NĐ 30/2020/NĐ-CP, Phụ lục III)."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.award_names import cited_day
from desktop_app.domain.office_wording import CAMPAIGN
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.report import award_wording as words
from desktop_app.report import wording
from desktop_app.report.award_documents import MINUTES, DossierSource, archive, front
from desktop_app.report.model import Cell, CellKind, Column, Table
from desktop_app.report.official import Blank, Block, Head, OfficialDocument, SignPlace, Text, TextKind
from desktop_app.vietnamese.numbers import two_digits

_TIME = f"{words.SHORT_DOTS} giờ {words.SHORT_DOTS}"


def minutes(source: DossierSource) -> OfficialDocument:
    """Return the minutes of the meeting that reviewed the nominations."""
    meeting = source.folder.meeting
    head = front(
        source,
        "BIÊN BẢN",
        [f"Họp xét khen thưởng thành tích thực hiện {CAMPAIGN} năm {source.folder.year}"],
        symbol=MINUTES,
        number=source.folder.minutes_number,
        recipients=(f"{source.authority} (kèm hồ sơ khen thưởng)", archive(source.office)),
    )
    return OfficialDocument(
        "03_BienBan",
        head,
        _blocks(source),
        Head.UNDATED,
        left=SignPlace(("THƯ KÝ",), "", _name(meeting.secretary)),
        right=SignPlace(("CHỦ TRÌ",), "", _name(meeting.chair)),
    )


def _blocks(source: DossierSource) -> tuple[Block, ...]:
    meeting = source.folder.meeting
    day = cited_day(meeting.held_on, source.folder.year)
    return (
        Text(f"Thời gian bắt đầu: {meeting.time or _TIME}, {day}."),
        _line("Địa điểm", meeting.place),
        Text("I. THÀNH PHẦN THAM DỰ", TextKind.HEADING),
        _line("1. Chủ trì", meeting.chair),
        _line("2. Thư ký (người ghi biên bản)", meeting.secretary),
        *_people(source),
        Text("II. NỘI DUNG", TextKind.HEADING),
        Text(
            f"Cuộc họp xem xét hồ sơ, thành tích và biểu quyết đề nghị {source.authority} "
            f"{words.asked(source.nominations, words.counts(source.nominations))}."
        ),
        Blank("Ý kiến thảo luận:", 3),
        Text("III. KẾT QUẢ BIỂU QUYẾT", TextKind.HEADING, keep=True),
        votes_table(words.in_order(source.nominations)),
        Text(
            f"Căn cứ kết quả biểu quyết, {source.issuer} thống nhất đề nghị {source.authority} xem xét, quyết định "
            "khen thưởng đối với các tập thể, cá nhân có tên trong bảng trên."
        ),
        Text(
            f"Cuộc họp kết thúc vào {meeting.ended or _TIME}, {day}. Biên bản này đã được thông qua tại cuộc họp"
            f"{wording.END_MARK}",
            keep=True,
        ),
    )


def _line(label: str, text: str) -> Block:
    return Text(f"{label}: {text.rstrip(' .;')}.") if text else Blank(f"{label}:")


def _people(source: DossierSource) -> Iterator[Block]:
    meeting = source.folder.meeting
    votes = {(one.votes.total, one.votes.present) for one in source.nominations if one.votes}
    counted = f"{two_digits(min(votes)[1])}/{two_digits(min(votes)[0])} thành viên" if len(votes) == 1 else ""
    yield _line("3. Có mặt", counted)
    yield from _listed(meeting.present)
    if meeting.absent:
        yield Text("4. Vắng mặt:")
        yield from _listed(meeting.absent)
    elif not votes or any(total != present for total, present in votes):
        yield Blank("4. Vắng mặt (họ tên, lý do):")


def _listed(people: Sequence[str]) -> Iterator[Block]:
    for place, person in enumerate(people, 1):
        yield Text(f"- {person.strip(' -.;')}{'.' if place == len(people) else ';'}")


def _name(person: str) -> str:
    """Return the name alone of "Ông Nguyễn Văn A, Trưởng Ban Chỉ đạo"."""
    name = person.split(",")[0].strip()
    for honorific in ("Ông ", "Bà ", "Đồng chí ", "Đ/c "):
        name = name.removeprefix(honorific)
    return name


def votes_table(nominations: Sequence[AwardNomination]) -> Table:
    """Return the vote on each nominee; what is not known stays a dotted cell."""
    rows: list[tuple[Cell, ...]] = [
        (
            place,
            words.full_name(one),
            words.post_and_place(one),
            one.award_form or words.SHORT_DOTS,
            f"{one.votes.present}/{one.votes.total}" if one.votes else words.SHORT_DOTS,
            f"{one.votes.agree}/{one.votes.present}" if one.votes else words.SHORT_DOTS,
        )
        for place, one in enumerate(nominations, 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Tập thể, cá nhân", CellKind.TEXT, 3),
        Column("post", "Chức vụ, đơn vị/địa chỉ", CellKind.TEXT, 2.6),
        Column("form", "Hình thức đề nghị", CellKind.TEXT, 1.4),
        Column("present", "Có mặt/ tổng số", CellKind.ORDINAL, 1),
        Column("agree", "Đồng ý/ có mặt", CellKind.ORDINAL, 1),
    )
    return Table("votes", "Kết quả biểu quyết", columns, rows)
