"""Cài đặt: the reporting unit, the year and its plan, the file of the ledger."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.basis_library import library
from desktop_app.domain.plans import available_plans, load_plan
from desktop_app.ledger import Ledger
from ui.dialogs.basis_dialog import BasisDialog
from ui.operations import Operations
from ui.pages.new_year import NewYears
from ui.pages.page import Page
from ui.pages.settings_about import SettingsAbout
from ui.pages.settings_handover import SettingsHandover
from ui.pages.settings_layouts import SettingsLayouts
from ui.pages.settings_template import SettingsTemplate
from ui.pages.settings_units import SettingsUnits
from ui.pages.storage_cleaning import StorageCleaning
from ui.program_folders import ProgramFolders
from ui.theme import MARGIN
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.ledger_card import LedgerCard
from ui.widgets.office_form import OfficeForm
from ui.widgets.plan_form import PlanForm
from ui.widgets.year_bar import YearBar

_FORM = "settings"
_OFFICE = "office"
_LAG_MS = 1500
_UNSAVED = "Chưa lưu"


class SettingsPage(Page):
    """Three tabs: the unit, the year with its plan, and the ledger. Typing is kept as a draft until it is saved."""

    def __init__(self, ledger: Ledger, operations: Operations, folders: ProgramFolders) -> None:
        super().__init__("Cài đặt", shows={"office", "plan", "year", "attachments"})
        self._ledger, self._operations = ledger, operations
        self._year = ledger.year
        self._unwritten = False
        self._office_changed = self._plan_changed = False
        self.discard_button = make_button("Bỏ thay đổi", "discard_button", icon_name="undo-2")
        self.save_button = make_button("Lưu", "save_button", kind=PRIMARY, icon_name="save", keys="Ctrl+S")
        self.office_form = OfficeForm()
        self.plan_form = PlanForm(ledger.today)
        self.year_bar = YearBar(available_plans())
        self._new_years = NewYears(ledger, operations, self)
        self.ledger_card = LedgerCard(str(ledger.path))
        self.storage = StorageCleaning(ledger, operations, self)
        self.layouts = SettingsLayouts(ledger, operations, self.office_form, self)
        self.template = SettingsTemplate(ledger, operations, self)
        self.about = SettingsAbout(ledger, operations, folders.settings, self)
        self.handover = SettingsHandover(ledger, operations, self)
        self.units = SettingsUnits(ledger, operations, self.office_form.office, self)
        self.tabs = QTabWidget()
        self._timer = QTimer(self, interval=_LAG_MS, singleShot=True)
        self._lay_out()

        self.save_button.clicked.connect(self.save)
        self.discard_button.clicked.connect(self._on_discard)
        self.office_form.edited.connect(self._on_office_edited)
        self.office_form.unit_requested.connect(self.units.choose)
        self.units.unit_chosen.connect(self.office_form.show_unit)
        self.plan_form.edited.connect(self._on_plan_edited)
        self.plan_form.library_requested.connect(self._on_library_wanted)
        self.year_bar.year_chosen.connect(self._on_year_chosen)
        self.year_bar.copy_requested.connect(self._on_copy_wanted)
        self.year_bar.new_requested.connect(self._new_years.begin)
        self.ledger_card.other_requested.connect(self.ledger_requested)
        self._timer.timeout.connect(self._write_drafts)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)

    def take_focus(self) -> None:
        """Begin at the tabs."""
        self.tabs.tabBar().setFocus()

    def refresh(self) -> None:
        """Show what is stored, and on top of it what was typed but not saved."""
        self.keep_typing()
        year = self._ledger.year
        self._year = year
        plan = self._ledger.plan(year)
        self.layouts.refresh()
        self.template.refresh()
        self.office_form.show_office(self._ledger.office, plan, year)
        self.plan_form.show_plan(plan)
        planned = self._ledger.years()
        offered = range(min([*planned, year]) - 1, max([*planned, year, self._ledger.today().year]) + 2)
        self.year_bar.show_year(year, planned, list(reversed(offered)))
        self._office_changed = self._restore(self.office_form, self._office_key())
        self._plan_changed = self._restore(self.plan_form, self._plan_key())
        self.storage.refresh()
        self.handover.refresh()
        self.units.refresh()
        self._tell()

    def open_record(self, record_id: str) -> None:
        """Put the cursor into a field of the unit or the plan."""
        self._refresh_if_stale()
        if not self._focus(0, record_id):
            self.tabs.setCurrentIndex(1 if self._focus(1, record_id) else 0)

    def keep_typing(self) -> None:
        """Write the drafts."""
        if self._timer.isActive() or self._unwritten:
            self._write_drafts()

    def save(self) -> None:
        """Save what differs; the first field that cannot be saved gets the cursor instead."""
        if self._office_changed and not self._save_office():
            return
        if self._plan_changed or self._year not in self._ledger.years():
            self._save_plan()

    def _focus(self, tab: int, field: str) -> bool:
        forms: tuple[OfficeForm | PlanForm, ...] = (self.office_form, self.plan_form)
        self.tabs.setCurrentIndex(tab)
        return forms[tab].focus_field(field)

    def _save_office(self) -> bool:
        problems = self.office_form.problems()
        if problems:
            self.office_form.show_messages()
            self._focus(0, next(iter(problems)))
            return False
        office = self.office_form.office()
        return self._operations.run(
            lambda: self._ledger.save_office(office),
            changed={"office"},
            message="Đã lưu thông tin đơn vị.",
            done=self._on_office_saved,
        )

    def _save_plan(self) -> None:
        problems = self.plan_form.problems()
        if problems:
            self.plan_form.show_messages()
            self._focus(1, next(iter(problems)))
            return
        plan, year = self.plan_form.plan(), self._year
        self._operations.run(
            lambda: self._ledger.planning.save_plan(year, plan),
            changed={"plan"},
            message=f"Đã lưu kế hoạch của năm {year}.",
            done=self._on_plan_saved,
        )

    def _on_office_saved(self, _result: object) -> None:
        self._operations.discard_draft(_FORM, self._office_key())
        self._office_changed = False

    def _on_plan_saved(self, _result: object) -> None:
        self._operations.discard_draft(_FORM, self._plan_key())
        self._plan_changed = False

    def _restore(self, form: OfficeForm | PlanForm, key: str) -> bool:
        draft = self._ledger.drafts.get(_FORM, key)
        if draft is not None:
            form.set_raw(draft.values)
        return draft is not None

    def _write_drafts(self) -> None:
        self._timer.stop()
        kept = True
        if self._office_changed:
            kept = self._operations.keep_draft(_FORM, self._office_key(), self.office_form.raw())
        if self._plan_changed:
            kept = self._operations.keep_draft(_FORM, self._plan_key(), self.plan_form.raw()) and kept
        self._unwritten = not kept

    def _office_key(self) -> str:
        return f"{_OFFICE}-{self._year}"

    def _plan_key(self) -> str:
        return f"plan-{self._year}"

    def _tell(self) -> None:
        unsaved = self._office_changed or self._plan_changed
        self.header.set_count(_UNSAVED if unsaved else "")
        self.discard_button.setEnabled(unsaved)
        self.save_button.setEnabled(unsaved or self._year not in self._ledger.years())
        self.year_bar.set_locked(unsaved)

    def _on_office_edited(self) -> None:
        self._office_changed = True
        self._on_edited()

    def _on_plan_edited(self) -> None:
        self._plan_changed = True
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
        self._tell()

    def _on_discard(self) -> None:
        self._timer.stop()
        self._operations.discard_draft(_FORM, self._office_key())
        self._operations.discard_draft(_FORM, self._plan_key())
        self._office_changed = self._plan_changed = False
        self.refresh()
        self._operations.status.emit("Đã bỏ các thay đổi chưa lưu.", False)

    def _on_year_chosen(self, year: int) -> None:
        if year != self._ledger.year:
            self._operations.run(
                lambda: self._ledger.set_year(year),
                changed={"year"},
                message=f"Đang làm việc với năm {year}.",
            )

    def _on_library_wanted(self) -> None:
        """Offer the shipped documents and those of the register that the plan does not name yet."""
        bases = self.plan_form.bases()
        known = library(bases, self._ledger.register("documents").all())
        self.plan_form.add_bases(BasisDialog.ask(known, bases, "Đưa vào kế hoạch", self))

    def _on_copy_wanted(self, code: str) -> None:
        self.plan_form.show_plan(load_plan(code))
        self._on_plan_edited()

    def _lay_out(self) -> None:
        self.header.add(self.discard_button)
        self.header.add(self.save_button)
        plan = QWidget()
        plan.setProperty("see_through", True)
        column = QVBoxLayout(plan)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.year_bar)
        column.addWidget(self.plan_form)
        column.addStretch()
        self.tabs.setObjectName("settings_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(_scrolled(self.units.story, self.office_form, self.template.card), "Đơn vị")
        self.tabs.addTab(_scrolled(plan), "Năm và kế hoạch")
        file = (self.ledger_card, self.handover.card, self.storage.view, self.units.card, self.about.card)
        self.tabs.addTab(_scrolled(*file), "Tệp sổ")
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.addWidget(self.tabs)


def _scrolled(*widgets: QWidget) -> QScrollArea:
    content = QWidget()
    content.setProperty("see_through", True)
    column = QVBoxLayout(content)
    column.setContentsMargins(MARGIN, 16, MARGIN, 16)
    column.setSpacing(16)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(content)
    return scroll
