"""The shipped sample years load, are marked as samples and can be saved as they stand."""

import pytest

from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.rules import cleaned, problems
from desktop_app.errors import ResourceError
from desktop_app.exchange.sample import DISTRICTS, load_sample


@pytest.mark.parametrize("district", DISTRICTS)
def test_a_sample_is_a_whole_clean_year(district):
    sample = load_sample(district)
    assert sample.office.is_sample
    assert sample.office.unit_code.startswith("MAU-")
    assert (len(sample.records["activities"]), len(sample.records["awards"])) == (45, 12)
    for name, register in REGISTERS.items():
        records = sample.records[name]
        assert records, name
        assert len({record.id for record in records}) == len(records)
        for record in records:
            assert problems(register, record) == {}
            assert cleaned(register, record) == record


@pytest.mark.parametrize("district", DISTRICTS)
def test_a_sample_stands_under_its_plan(district):
    sample = load_sample(district)
    items = {item.key for item in sample.plan.items}
    assert {key for activity in sample.records["activities"] for key in activity.plan_items} <= items
    assert sample.period.year == sample.period.data_from.year


@pytest.mark.parametrize("name", ["", "../ham_thuan_bac", "ham_thuan_bac.json", "không có"])
def test_an_unknown_sample_is_refused(name):
    with pytest.raises(ResourceError, match="Không có dữ liệu mẫu"):
        load_sample(name)


@pytest.mark.parametrize("district", DISTRICTS)
def test_links_of_a_sample_lead_somewhere(district):
    sample = load_sample(district)
    for name, register in REGISTERS.items():
        links = [(field, spec.register) for field, spec in register.specs.items() if spec.register]
        for record in sample.records[name]:
            for field, target in links:
                assert getattr(record, field) in {"", *(one.id for one in sample.records[target])}


@pytest.mark.parametrize("district", DISTRICTS)
def test_a_sample_report_goes_to_bodies_of_its_own_district(sample_of, district):
    ledger = sample_of(district)
    report = ledger.report(ledger.reports.period(ledger.year))
    assert report.recipients[0] == "Như trên"
    assert report.recipients[-1] == "Lưu: VT, BTT"
    assert not [one for one in report.recipients if "Sở" in one or "Chi đoàn" in one]
