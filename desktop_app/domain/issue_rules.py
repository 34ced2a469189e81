"""Which step of a report may be taken now, and the sentence that says why not."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import STATE_WORDS, Action, Issue, IssueState
from desktop_app.errors import IssueError

NO_EXPORT = "Chưa xuất báo cáo; hãy xuất báo cáo trước."
_NEXT = "nội dung cần sửa thì mở lần báo cáo mới, sai thể thức thì soạn công văn đính chính."


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What decides of the steps of a report.

    Attributes:
        current: the open revision, else the newest issued one. issued: the newest issued one, None when there is none.
        exported: revision of the newest export, 0 while there is none.
        is_registered: the issued report stands among the documents.
    """

    current: Issue
    issued: Issue | None = None
    exported: int = 0
    is_registered: bool = False

    @property
    def is_opened(self) -> bool:
        """Whether the current revision is the next one after an issued one."""
        return self.issued is not None and not self.current.is_issued

    @property
    def is_exported(self) -> bool:
        """Whether the current revision was exported."""
        return self.exported > (self.issued.revision if self.issued else 0)


def refusals(standing: Standing) -> Mapping[Action, str]:
    """Return why a step cannot be taken now, for each that cannot."""
    found = {
        Action.SUBMIT: _submit(standing),
        Action.WITHDRAW: _withdraw(standing),
        Action.ISSUE: _issue(standing),
        Action.OPEN_NEXT: _open_next(standing),
        Action.NOTE_REPLY: "" if standing.issued or standing.exported else NO_EXPORT,
        Action.SAVE_PACKAGE: "" if standing.current.package or standing.issued else NO_EXPORT,
    }
    not_issued = "" if standing.issued else "Báo cáo chưa phát hành."
    found[Action.NOTE_SENDING] = (
        not_issued and f"{not_issued} Hãy phát hành (số, ngày, bản ký) rồi ghi lần gửi."
    )
    found[Action.WRITE_LETTER] = (
        not_issued and f"{not_issued} Báo cáo chưa phát hành thì sửa trực tiếp rồi xuất lại."
    )
    registered = "Báo cáo này đã có trong sổ Văn bản." if standing.is_registered else ""
    found[Action.REGISTER_DOCUMENT] = (
        f"{not_issued} Hãy phát hành rồi ghi vào sổ Văn bản." if not_issued else registered
    )
    return {action: sentence for action, sentence in found.items() if sentence}


def _submit(standing: Standing) -> str:
    current = standing.current
    if current.state is IssueState.SUBMITTED:
        return f"Báo cáo lần {current.revision} đang trình ký; muốn trình bản khác thì rút về soạn trước."
    if current.is_issued:
        return f"Báo cáo lần {current.revision} {_state(current)}; {_NEXT}"
    if not standing.is_exported:
        return (
            f"Lần báo cáo mới chưa được xuất; hãy xuất báo cáo lần {current.revision} rồi trình ký."
            if standing.is_opened
            else NO_EXPORT
        )
    return ""


def _withdraw(standing: Standing) -> str:
    if standing.current.state is IssueState.SUBMITTED:
        return ""
    if standing.current.is_issued:
        return f"Báo cáo lần {standing.current.revision} {_state(standing.current)}, không rút về soạn được; {_NEXT}"
    if not standing.is_opened:
        return "Báo cáo đang soạn, chưa trình ký nên không có gì để rút."
    if standing.is_exported:
        return "Lần báo cáo mới đã được xuất nên không bỏ được; hãy trình ký và phát hành, hoặc soạn tiếp."
    return ""


def _issue(standing: Standing) -> str:
    current = standing.current
    if current.state is IssueState.DRAFTING:
        return "Báo cáo chưa trình ký; hãy bấm “Trình ký” để giữ đúng bản được ký, rồi phát hành."
    if current.state in (IssueState.SUBMITTED, IssueState.ISSUED):
        return ""
    return f"Báo cáo lần {current.revision} {_state(current)} nên không phát hành lại; {_NEXT}"


def _open_next(standing: Standing) -> str:
    if standing.current.is_issued:
        return ""
    if standing.is_opened:
        return f"Lần báo cáo mới (lần {standing.current.revision}) đã mở; hãy sửa số liệu rồi xuất."
    return "Báo cáo chưa phát hành; hãy sửa trực tiếp rồi xuất lại, chương trình tự đánh số lần báo cáo."


def _state(issue: Issue) -> str:
    """Return the state inside a sentence about the report."""
    if issue.state is IssueState.CORRECTION:
        return "bị đề nghị chỉnh sửa"
    words = STATE_WORDS[issue.state]
    return words[0].lower() + words[1:]


def require(standing: Standing, action: Action) -> None:
    """Raise `IssueError` with its sentence when a step cannot be taken now."""
    refused = refusals(standing).get(action)
    if refused:
        raise IssueError(refused)


def require_head(head: ReportHead) -> None:
    """Raise `IssueError` when a report has no number or day of issue yet; its signer may be the office's usual one."""
    missing = [
        name for name, value in (("số", head.number.strip()), ("ngày ban hành", head.issued_on)) if not value
    ]
    if missing:
        raise IssueError(
            f"Chưa ghi {' và '.join(missing)} của báo cáo; hãy ghi theo văn thư cấp rồi phát hành."
        )
