from datetime import date

from desktop_app.domain.new_year import copied_plan, without_plans
from desktop_app.domain.plan_editing import changed, plan_fault
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.subunits import Subunit


def test_a_copied_plan_waits_for_its_number_and_names_the_new_year():
    old = changed(load_plan("BT2023"), number="12/KH-MTTQ-BCĐ", issued_on=date(2023, 4, 20))
    new = copied_plan(old, 2023, 2024)
    assert (new.number, new.issued_on, new.years) == (None, None, (2024,))
    assert new.name == "Kế hoạch năm 2024 - tỉnh Bình Thuận"
    assert new.title.endswith("tỉnh năm 2024")
    assert "2023" not in new.citation
    assert (new.items, new.legal_bases, new.standing_events) == (
        old.items,
        old.legal_bases,
        old.standing_events,
    )
    assert plan_fault(new) == ""


def test_numbers_that_are_no_year_stay():
    plan = changed(load_plan("TW5"), title="Kế hoạch số 2023/KH, năm 2023 và giai đoạn 2023 - 2025")
    assert copied_plan(plan, 2023, 2024).title == "Kế hoạch số 2023/KH, năm 2024 và giai đoạn 2023 - 2025"


def test_only_units_that_had_a_plan_are_reset():
    had = Subunit(id="a", name="Xã A", plan_issued=True, plan_number="3/KH", plan_issued_on=date(2023, 3, 1))
    never = Subunit(id="b", name="Xã B")
    assert without_plans([had, never]) == [Subunit(id="a", name="Xã A")]
