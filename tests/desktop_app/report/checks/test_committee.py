"""Warnings over committees and documents: what is missing, what stands twice, and silence where all is well."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.documents import Direction, Document
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember, CommitteeRole
from desktop_app.report.checks import Severity
from desktop_app.report.checks.committee import committee_remarks, document_remarks


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def document(number, **values):
    usual = {
        "issued_on": date(2023, 3, 1),
        "symbol": "KH-MTTQ-BCĐ",
        "issuer": "Ban Chỉ đạo",
        "doc_type": "Kế hoạch",
    }
    return Document(**{"abstract": f"Văn bản {number}", "number": number, **usual, **values})


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_the_samples_give_no_warning(sample_of, district):
    ledger = sample_of(district)
    records = ledger.records(ledger.reports.period(ledger.year))
    assert list(committee_remarks(records, ledger.office)) == []
    assert list(document_remarks(records)) == []


def test_what_a_committee_lacks_leads_to_its_list(ledger, period):
    store = ledger.register("steering_committee")
    member = store.save(
        CommitteeMember(full_name="Đào", role=CommitteeRole.HEAD, valid_from=date(2023, 1, 1))
    )
    team = store.save(
        CommitteeMember(full_name="Ổn", body=CommitteeBody.SUPPORT_TEAM, valid_from=date(2023, 1, 1))
    )
    found = [one for one in ledger.check(period) if "so với thành phần" in one.sentence]
    assert [one.record_id for one in found] == [member.id, team.id]
    assert {(one.place, one.severity) for one in found} == {("steering_committee", Severity.WARNING)}
    assert "còn thiếu Phó Trưởng ban Thường trực; còn thiếu Thư ký" in found[0].sentence
    assert found[1].sentence.startswith("Tổ giúp việc, so với thành phần thường gặp: còn thiếu Tổ trưởng")


def test_nothing_is_asked_of_an_office_without_committee(ledger, period):
    ledger.register("steering_committee").save(CommitteeMember(full_name="Đào"))
    office = replace(ledger.office, has_committee=False)
    assert list(committee_remarks(ledger.records(period), office)) == []
    assert list(committee_remarks(ledger.records(period), ledger.office))


def test_a_number_twice_is_one_warning(ledger, period):
    store = ledger.register("documents")
    store.save(document("05"))
    store.save(document("5", symbol="TB-MTTQ-BCĐ"))
    store.save(document("05", direction=Direction.INCOMING))
    (found,) = [one for one in ledger.check(period) if "đã cấp cho" in one.sentence]
    assert (found.place, found.field, found.severity) == ("documents", "number", Severity.WARNING)
    assert found.sentence.endswith("Hãy kiểm tra lại số.")
