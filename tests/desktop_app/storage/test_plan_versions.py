from datetime import date

import pytest

from desktop_app.domain.plan_content import PlanContent, PlannedTask, PlanTexts, StoredPlan
from desktop_app.errors import LedgerFileError
from tests.records import OFFICE, change_raw

CONTENT = PlanContent(
    subject="Triển khai",
    bases=("Căn cứ A",),
    lead="B",
    purposes="- Một",
    requirements="",
    items=(("Tuyên truyền", "x"),),
    organisation="",
    tasks=(PlannedTask(id="N", title="t", responsible="r", partners="", due="Quý I", target=""),),
)
STORED = StoredPlan(
    content=CONTENT, office=OFFICE, recipients=("Lưu: VT",), number="5", issued_on=date(2023, 2, 21)
)


def test_texts_belong_to_a_year(ledger):
    store = ledger.planning.store
    assert store.texts(2023) == PlanTexts()
    texts = PlanTexts(texts={"purposes": "  - Một\n- Hai  "}, subject=" Trích yếu ", number="05")
    store.save_texts(2023, texts)
    assert store.texts(2023) == PlanTexts(
        texts={"purposes": "- Một\n- Hai"}, subject="Trích yếu", number="05"
    )
    assert store.texts(2024) == PlanTexts()


def test_versions_are_numbered_within_their_year(ledger, clock):
    store = ledger.planning.store
    store.add(2023, STORED, "")
    clock.move(days=1)
    second = store.add(2023, STORED, " Bổ sung ")
    store.add(2024, STORED, "")
    assert [(one.version, one.note, one.who) for one in store.versions(2023)] == [
        (2, "Bổ sung", "Đào"),
        (1, "", "Đào"),
    ]
    assert second.at.startswith("2023-11-21T")
    assert [one.version for one in store.versions(2024)] == [1]
    assert store.versions(2023)[1].stored == STORED


def test_a_version_printed_again_keeps_its_number_and_time(ledger):
    store = ledger.planning.store
    first = store.add(2023, STORED, "")
    again = store.replace_stored(first, StoredPlan(content=CONTENT, office=OFFICE, recipients=(), number="7"))
    assert store.versions(2023) == [again]
    assert (again.at, again.version, again.stored.number) == (first.at, 1, "7")


def test_a_damaged_version_is_said(ledger):
    ledger.planning.store.add(2023, STORED, "")
    change_raw(ledger.path, "UPDATE plan_versions SET content = '{'")
    with pytest.raises(LedgerFileError):
        ledger.planning.store.versions(2023)
