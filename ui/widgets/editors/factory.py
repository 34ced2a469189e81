"""Which editor a field gets, by its kind."""

from collections.abc import Callable
from functools import partial

from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.labels.words import RegisterWords
from desktop_app.domain.records.activities import FundGroup
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor, ChoicesEditor, FlagEditor
from ui.widgets.editors.completion import Suggest
from ui.widgets.editors.context import FormContext
from ui.widgets.editors.described_rows import DescribedRowsEditor
from ui.widgets.editors.dossier import DossierEditor
from ui.widgets.editors.figures import FiguresEditor
from ui.widgets.editors.funds import FundsEditor
from ui.widgets.editors.indicator import IndicatorEditor
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.parsed import DateEditor, DecimalEditor, IntegerEditor, MoneyEditor
from ui.widgets.editors.past_awards import PastAwardsEditor
from ui.widgets.editors.plan import ContentEditor, PlanItemsEditor
from ui.widgets.editors.text import LongTextEditor, TextEditor, TextListEditor
from ui.widgets.editors.votes import VotesEditor


def make_editor(name: str, spec: FieldSpec, words: RegisterWords, context: FormContext) -> Editor:
    """Return an empty editor for a field."""
    suggest: Suggest | None = partial(context.suggest, name) if spec.suggest else None
    choices = words.choices[spec.choices] if spec.choices else {}
    makers: dict[FieldKind, Callable[[], Editor]] = {
        FieldKind.TEXT: lambda: TextEditor(suggest),
        FieldKind.LONG_TEXT: LongTextEditor,
        FieldKind.DATE: lambda: DateEditor(context.today, context.year),
        FieldKind.INTEGER: IntegerEditor,
        FieldKind.MONEY: MoneyEditor,
        FieldKind.CHOICE: lambda: ChoiceEditor(choices),
        FieldKind.CHOICES: lambda: ChoicesEditor(choices),
        FieldKind.TEXT_LIST: lambda: TextListEditor(suggest),
        FieldKind.FLAG: FlagEditor,
        FieldKind.PLAN_ITEMS: lambda: PlanItemsEditor(context.plan),
        FieldKind.CONTENT: ContentEditor,
        FieldKind.FIGURES: FiguresEditor,
        FieldKind.FUNDS: lambda: FundsEditor(words.choices[FundGroup]),
        FieldKind.DOSSIER: DossierEditor,
        FieldKind.VOTES: VotesEditor,
        FieldKind.PAST_AWARDS: PastAwardsEditor,
    }
    makers |= {
        FieldKind.DECIMAL: DecimalEditor,
        FieldKind.INDICATOR: IndicatorEditor,
        FieldKind.LINK: lambda: LinkEditor(
            partial(context.find, spec.register), partial(context.name_of, spec.register)
        ),
        FieldKind.ROWS: lambda: _rows_editor(name, spec, words, context),
    }
    return makers[spec.kind]()


def _rows_editor(name: str, spec: FieldSpec, words: RegisterWords, context: FormContext) -> Editor:
    if spec.row is None:
        raise ValueError(name)
    return DescribedRowsEditor(
        spec.row,
        words.rows[name],
        lambda own, own_spec: make_editor(own, own_spec, words, context),
        words.add_row.get(name, "Thêm dòng"),
    )
