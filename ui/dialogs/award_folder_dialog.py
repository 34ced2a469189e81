"""Lập hồ sơ khen thưởng: which authority and nominations, the head of the Tờ trình, the meeting, where the files go."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop_app.domain.award_fit import STATES
from desktop_app.domain.award_names import addressee, usual_bases
from desktop_app.domain.labels.award_folder import AWARD_FOLDER, PRIVACY
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.award_folder import AwardFolder, AwardMeeting
from desktop_app.domain.records.awards import AwardNomination, AwardStatus
from desktop_app.domain.records.office import Office
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.checklist import Checklist
from ui.widgets.editors.base import Editor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, make_field, unread
from ui.widgets.notice_bar import NoticeBar

_SIZE = (760, 680)
_LIST_HEIGHT = 176
_MEETING = ("held_on", "time", "ended", "place", "chair", "secretary", "present", "absent")
_AUTHORITY_PLACE = {"authority": (0, 0, 1)}
_LETTER_PLACES = {
    "number": (0, 0, 1),
    "issued_on": (0, 1, 1),
    "addressees": (1, 0, 2),
    "bases": (2, 0, 2),
}
_MEETING_PLACES = {
    "minutes_number": (0, 0, 1),
    "held_on": (0, 1, 1),
    "time": (1, 0, 1),
    "ended": (1, 1, 1),
    "place": (2, 0, 2),
    "chair": (3, 0, 1),
    "secretary": (3, 1, 1),
    "present": (4, 0, 1),
    "absent": (4, 1, 1),
}


class AwardFolderDialog(DialogFrame):
    """Everything that the four papers need and the nominations do not say."""

    def __init__(
        self,
        nominations: Sequence[AwardNomination],
        office: Office,
        plan: Plan,
        year: int,
        today: date,
        meeting: AwardMeeting,
        out: str,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            nominations: of the year; those given up are left out.
            office: who proposes.
            plan: of the year, among the bases.
            year: of the campaign's work.
            today: for dates typed in words.
            meeting: what was typed last time.
            out: where the last dossier went.
            parent: the owner.
        """
        super().__init__("award_folder_dialog", "Lập hồ sơ khen thưởng", "Lập hồ sơ", _SIZE, "", parent)
        self._nominations = [one for one in nominations if not one.is_given_up]
        self._office, self._plan, self._year = office, plan, year
        self._editors = self._make_editors(today)
        self._fields = {
            name: make_field(name, AWARD_FOLDER[name], editor) for name, editor in self._editors.items()
        }
        self._list = Checklist("nominations", "Đề nghị đưa vào hồ sơ", "đề nghị")
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._offered: dict[str, tuple[str, ...]] = {}
        self.folder_button = make_button("Chọn…", "folder_button", icon_name="folder-open")
        self._lay_out()
        self._show_meeting(meeting)
        self._editors["out"].set_value(out)
        self._follow()

        self._editors["authority"].edited.connect(self._follow)
        for name in ("issued_on", "held_on"):
            self._editors[name].edited.connect(self._offer_texts)
        self.folder_button.clicked.connect(self._on_choose_folder)

    def problem(self) -> str:
        """Return what is missing or not understood."""
        sentence = next(iter(unread(self._fields).values()), "")
        if sentence:
            return sentence
        if not self._list.chosen():
            return "Hãy chọn ít nhất một đề nghị để lập hồ sơ."
        return "" if self.out() else "Hãy chọn thư mục chứa hồ sơ."

    def out(self) -> str:
        """Return the folder that gets the new one."""
        return str(self._editors["out"].value()).strip()

    def meeting(self) -> AwardMeeting:
        """Return the facts of the meeting as typed."""
        return AwardMeeting(**{name: self._value(name) for name in _MEETING})

    def folder(self) -> AwardFolder:
        """Return what the dossier is made of."""
        return AwardFolder(
            authority=self._editors["authority"].value(),
            ids=self._list.chosen(),
            year=self._year,
            number=self._value("number"),
            issued_on=self._value("issued_on"),
            minutes_number=self._value("minutes_number"),
            addressees=self._value("addressees"),
            bases=self._value("bases"),
            meeting=self.meeting(),
        )

    def _value(self, name: str) -> Any:  # noqa: ANN401 - what the field of this name holds
        value = self._editors[name].value()
        return value.strip() if isinstance(value, str) else value

    def _make_editors(self, today: date) -> dict[str, Editor]:
        listed = ListedEditor()
        counts: dict[str, int] = {}
        for one in self._nominations:
            counts[one.award_authority] = counts.get(one.award_authority, 0) + 1
        listed.set_choices([(name, f"{name} ({n} đề nghị)") for name, n in sorted(counts.items()) if name])
        days = {name: DateEditor(lambda: today, lambda: self._year) for name in ("issued_on", "held_on")}
        lines = {
            name: LinesEditor(n)
            for name, n in (("addressees", 2), ("bases", 6), ("present", 4), ("absent", 4))
        }
        return {
            name: {"authority": listed, **days, **lines}.get(name) or TextEditor() for name in AWARD_FOLDER
        }

    def _show_meeting(self, meeting: AwardMeeting) -> None:
        for name in _MEETING:
            self._editors[name].set_value(getattr(meeting, name))

    def _follow(self) -> None:
        """Show the nominations of the authority; those that wait for a decision are chosen."""
        authority = self._editors["authority"].value()
        own = [one for one in self._nominations if one.award_authority == authority]
        waiting = [one for one in own if one.status is not AwardStatus.DECIDED] or own
        self._list.show_entries(
            [
                (one.id, f"{one.name} – {one.award_form} ({STATES[one.status].lower()})", one in waiting)
                for one in own
            ]
        )
        self._offer_texts()

    def _offer_texts(self) -> None:
        """Put the usual addressee and bases where nothing else was typed."""
        authority = self._editors["authority"].value()
        own = [one for one in self._nominations if one.award_authority == authority]
        if not own:
            return
        usual = {
            "addressees": (addressee(authority, own[0].award_level, self._office),),
            "bases": usual_bases(self.folder(), self._plan, self._office),
        }
        for name, texts in usual.items():
            editor = self._editors[name]
            if editor.value() in ((), self._offered.get(name)):
                editor.set_value(texts)
                self._offered[name] = texts

    def _on_choose_folder(self) -> None:
        start = self.out() or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, AWARD_FOLDER["out"].label, start)
        if chosen:
            self._editors["out"].set_value(str(Path(chosen)))

    def _lay_out(self) -> None:
        privacy = NoticeBar("shield-check", "warning")
        privacy.say(PRIVACY)
        self.body.addWidget(privacy)
        self.body.addLayout(fields_grid(self._fields, _AUTHORITY_PLACE))
        self.body.addWidget(self._list)
        self.body.addWidget(label("Tờ trình", strong=True))
        self.body.addLayout(fields_grid(self._fields, _LETTER_PLACES))
        self.body.addSpacing(4)
        self.body.addWidget(label("Cuộc họp xét khen thưởng", strong=True))
        self.body.addLayout(fields_grid(self._fields, _MEETING_PLACES))
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._fields["out"], 1)
        where.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(where)
