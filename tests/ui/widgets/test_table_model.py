from datetime import date

from PySide6.QtCore import Qt

from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import Activity
from ui.roles import Tone
from ui.widgets.table_model import PAGE, RECORD_ROLE, TONE_ROLE, Column, RecordTableModel


class ManyActivities:
    """A register of 100,000 rows that notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def count(self, query: Query) -> int:
        return 3 if query.text else 100_000

    def fetch(self, _query: Query, offset: int = 0, limit: int = PAGE) -> list[Activity]:
        self.asked.append(offset)
        return [
            Activity(id=str(row), title=f"Hoạt động {row}", date_start=date(2023, 1, 1))
            for row in range(offset, offset + limit)
        ]


def model_of(source: ManyActivities) -> RecordTableModel[Activity]:
    columns = [
        Column("Tên", lambda record: record.title, sort="title"),
        Column("Số", lambda record: record.id, number=True, width=60),
        Column("Trạng thái", lambda _: "Hoàn thành", tone=lambda _: Tone.GOOD),
    ]
    return RecordTableModel(source, columns)


def test_rows_are_read_by_pages_and_forgotten_again() -> None:
    source = ManyActivities()
    model = model_of(source)
    model.show(Query())
    assert model.rowCount() == 100_000
    assert source.asked == []
    for row in range(0, 100_000, 50):
        model.data(model.index(row, 0))
    assert len(source.asked) == 1000
    assert len(model._pages) <= 12
    assert model.data(model.index(99_999, 0)) == "Hoạt động 99999"


def test_a_cell_tells_text_record_tone_and_side() -> None:
    model = model_of(ManyActivities())
    model.show(Query())
    index = model.index(7, 2)
    assert model.data(index) == "Hoàn thành"
    assert model.data(index, RECORD_ROLE).id == "7"
    assert model.data(index, TONE_ROLE) is Tone.GOOD
    assert model.data(model.index(7, 0), TONE_ROLE) is None
    assert model.data(model.index(7, 0), Qt.ItemDataRole.ToolTipRole) == "Hoạt động 7"
    assert model.data(model.index(7, 1), Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Tên"


def test_a_record_is_found_again_near_its_row() -> None:
    model = model_of(ManyActivities())
    model.show(Query())
    assert model.row_of("50123", near=50_000) == 50_123
    assert model.row_of("0", near=50_000) == -1


def test_another_query_starts_anew() -> None:
    model = model_of(ManyActivities())
    model.show(Query())
    model.show(Query(text="cho"))
    assert model.rowCount() == 3
