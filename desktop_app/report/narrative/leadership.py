"""Leadership in sentences: documents, meetings, tasks of the plan; inspections, and who reports to whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.domain.legal_bases import cite
from desktop_app.domain.records.activities import CaseKind, ConsumerCase, FollowUp
from desktop_app.domain.records.documents import INVITATION, Direction, Document
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.report.narrative.material import Material, paragraph, paragraphs
from desktop_app.report.narrative.phrases import told_figures
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.sentences import listed, lowered, sentence, without_stop

_RANKS = ("nghị quyết", "chỉ thị", "quyết định", "chương trình", "đề án", "kế hoạch", "hướng dẫn")
"""Kinds of documents that are named one by one, the weightiest first."""
_MOST_NAMED = 3
_MOST_UNITS = 8


def documents_text(material: Material) -> str:
    """Return section I.1: documents issued and received, meetings, the tasks of the plan."""
    documents: Sequence[Document] = material.of("documents")
    issued = [one for one in documents if _is_issued(one)]
    received = sum(one.direction is Direction.INCOMING for one in documents)
    meetings = material.figures.indicators.get("committee_meetings")
    return paragraphs(
        paragraph(
            _issued(issued, material.period.during),
            sentence(f"Đã tiếp nhận {two_digits(received)} văn bản chỉ đạo, hướng dẫn, phối hợp")
            if received
            else "",
        ),
        sentence(f"Đã tổ chức {two_digits(int(meetings))} cuộc họp Ban Chỉ đạo") if meetings else "",
        tasks_text(material.of("tasks")),
    )


def _is_issued(document: Document) -> bool:
    """Tell whether a document is counted among those issued: no invitation, not the report itself."""
    is_invitation = fold(document.doc_type) == fold(INVITATION)
    return document.direction is Direction.OUTGOING and not is_invitation and not document.is_period_report


def _issued(documents: Sequence[Document], period: str) -> str:
    if not documents:
        return ""
    names = {fold(one.doc_type): lowered(one.doc_type) for one in documents}
    counts = Counter(fold(one.doc_type) for one in documents)
    kinds = [f"{two_digits(count)} {names[kind] or 'văn bản khác'}" for kind, count in counts.most_common()]
    only = kinds[0] if len(kinds) == 1 and names[fold(documents[0].doc_type)] else ""
    told = only or f"{two_digits(len(documents))} văn bản{f' ({listed(kinds)})' if len(kinds) > 1 else ''}"
    ranked = sorted(
        (one for one in documents if lowered(one.doc_type) in _RANKS),
        key=lambda one: (_RANKS.index(lowered(one.doc_type)), one.issued_on is None, one.issued_on, one.id),
    )
    named = [_cited(one) for one in ranked[:_MOST_NAMED]]
    return paragraph(
        sentence(f"{period}, đã ban hành {told} để chỉ đạo, triển khai thực hiện Cuộc vận động"),
        sentence(f"Trong đó có {'; '.join(named)}") if named else "",
    )


def _cited(document: Document) -> str:
    abstract = without_stop(document.abstract).removeprefix("V/v ").removeprefix("Về việc ").strip()
    abstract = abstract.removeprefix("Về ").removeprefix("về ")
    cited = cite(document.doc_type, document.display or None, document.issued_on, document.issuer, "")
    return f"{cited} về {lowered(abstract)}"


def tasks_text(tasks: Sequence[Task]) -> str:
    """Return how far the tasks of the plan that are due in the period are."""
    counts: Counter[TaskStatus] = Counter(
        one.status for one in tasks if one.status is not TaskStatus.CANCELLED
    )
    total = sum(counts.values())
    if not total:
        return ""
    words = {
        TaskStatus.DONE: "đã hoàn thành",
        TaskStatus.IN_PROGRESS: "đang thực hiện",
        TaskStatus.OPEN: "chưa thực hiện",
    }
    if counts[TaskStatus.DONE] == total:
        whole = "toàn bộ " if total > 1 else ""
        return sentence(f"Đã hoàn thành {whole}{two_digits(total)} nhiệm vụ đến hạn của kế hoạch")
    parts = [f"{word} {two_digits(counts[status])}" for status, word in words.items() if counts[status]]
    return sentence(f"Trong {two_digits(total)} nhiệm vụ đến hạn của kế hoạch, {listed(parts)} nhiệm vụ")


def inspections_text(material: Material) -> str:
    """Return section I.3: inspections of the campaign with findings, follow-up, and the bodies that report."""
    wanted = ("campaign_inspections", "supervisions", "units_inspected")
    totals = {code: material.figures.indicators.get(code) for code in wanted}
    return paragraphs(
        paragraph(
            *told_figures(totals, material.indicators),
            _inspected_units(material),
            _findings(material),
        ),
        paragraph(_recommendations(material), _tips(material)),
        reporting_text(material.of("reported_figures")),
    )


def _inspected_units(material: Material) -> str:
    """Name the units inspected, only where the names are as many as the figure says."""
    units = {fold(row.unit): row.unit for one in material.records.counted for row in one.inspected}
    if not 0 < len(units) <= _MOST_UNITS or len(units) != material.figures.indicators.get("units_inspected"):
        return ""
    return sentence(f"Các đơn vị được kiểm tra gồm {listed(lowered(name) for name in units.values())}")


def _findings(material: Material) -> str:
    """Tell what was found, the same finding once for all units that have it."""
    rows = [row for one in material.records.counted for row in one.inspected if row.finding]
    units: dict[str, list[str]] = {}
    for row in rows:
        names = units.setdefault(without_stop(row.finding), [])
        names += [name for name in [lowered(row.unit)] if name not in names]
    told = [
        sentence(f"Kết quả kiểm tra, giám sát tại {listed(names)}: {lowered(finding)}")
        for finding, names in list(units.items())[:_MOST_NAMED]
    ]
    return paragraph(*told)


def _recommendations(material: Material) -> str:
    states = [row.status for one in material.records.counted for row in one.recommendations]
    words = {
        FollowUp.DONE: "đã được thực hiện",
        FollowUp.IN_PROGRESS: "đang được thực hiện",
        FollowUp.OPEN: "chưa được thực hiện",
    }
    return _followed("theo dõi", "kiến nghị", " sau kiểm tra, giám sát", states, words)


def _followed(
    verb: str, noun: str, tail: str, states: Sequence[FollowUp], words: Mapping[FollowUp, str]
) -> str:
    """Return "Đã theo dõi 05 kiến nghị …, trong đó 03 kiến nghị đã được thực hiện và 02 kiến nghị …"."""
    if not states:
        return ""
    counts = Counter(states)
    whole = f"Đã {verb} {two_digits(len(states))} {noun}{tail}"
    if len(counts) == 1:
        return sentence(f"{whole}, {'tất cả ' if len(states) > 1 else ''}{words[states[0]]}")
    parts = [f"{two_digits(counts[state])} {noun} {words[state]}" for state in words if counts[state]]
    return sentence(f"{whole}, trong đó {listed(parts)}")


def _tips(material: Material) -> str:
    rows: list[ConsumerCase] = [row for one in material.records.counted for row in one.cases]
    states = [row.status for row in rows if row.kind is CaseKind.TIP]
    words = {
        FollowUp.DONE: "đã được xử lý",
        FollowUp.IN_PROGRESS: "đang được xử lý",
        FollowUp.OPEN: "chưa được xử lý",
    }
    return _followed("tiếp nhận", "tin báo", " của Nhân dân về hàng giả, hàng kém chất lượng", states, words)


def reporting_text(reported: Sequence[ReportedFigures]) -> str:
    """Return which bodies were asked for their figures and have answered."""
    asked = {fold(one.body) for one in reported if one.asked_on}
    answered = {fold(one.body) for one in reported if one.answered_on or (one.figures and not one.asked_on)}
    if not asked | answered:
        return ""
    if not asked - answered:
        return sentence(f"Đã có {two_digits(len(answered))} cơ quan, đơn vị gửi số liệu báo cáo")
    came = f"; {two_digits(len(answered))} đơn vị đã gửi" if answered else ""
    return sentence(
        f"Đã đề nghị {two_digits(len(asked | answered))} cơ quan, đơn vị cung cấp số liệu{came}, "
        f"{two_digits(len(asked - answered))} đơn vị chưa gửi"
    )
