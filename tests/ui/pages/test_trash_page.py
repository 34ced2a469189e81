from datetime import date

from PySide6.QtWidgets import QPushButton

from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination


def test_deleted_records_of_all_registers_come_back(session, ledger) -> None:
    activity = ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 1, 1)))
    award = ledger.awards.save(AwardNomination(name="Hội Nông dân", nominated_on=date(2023, 1, 1)))
    ledger.activities.delete(activity.id)
    ledger.awards.delete(award.id)
    session.window.show_page("trash")
    page = session.window.page("trash")
    model = page.table.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Phiên chợ", "Hội Nông dân"]
    assert model.index(0, 1).data() == "Hoạt động"
    assert model.index(0, 2).data() == "21/11/2023 09:42"
    assert page.header.count() == "2 mục"
    page.findChild(QPushButton, "restore_button").click()
    page.findChild(QPushButton, "restore_button").click()
    assert ledger.activities.count(Query()) == ledger.awards.count(Query()) == 1
    assert not page.restore_button.isEnabled()
    assert not page.table.isVisible()
    assert session.window.status_line.message() == "Đã khôi phục “Hội Nông dân”"


def test_the_trash_is_searched_too(session, ledger) -> None:
    session.window.show_page("trash")
    page = session.window.page("trash")
    assert page.table.count() == 0
    page.restore()
    assert ledger.operations.latest() is None
