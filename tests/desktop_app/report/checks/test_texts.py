"""What leaves with a report is read: personal data, characters without a font, bodies that are no more."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import Recommendation
from desktop_app.domain.records.documents import Document
from desktop_app.domain.registers import REGISTERS
from desktop_app.exchange.datasets import AWARD_FIELDS
from desktop_app.exchange.register_datasets import _STAYS_HOME
from desktop_app.report.checks.leaving import AWARD_TEXTS, STAYS_HOME, leaving_texts
from desktop_app.report.checks.photos import photo_remarks
from desktop_app.report.checks.texts import text_remarks
from desktop_app.report.photo_choice import PhotoChoice
from tests.filled import filled
from tests.records import activity, nominee

PHONE = "0987.650.001"
FULL = {"content_code": "C1", "organizer": "MTTQ", "place": "Xã A", "figures": {"attendees": 5}}


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def told(ledger, period, kind=ProblemKind.PERSONAL):
    return [(one.place, one.field) for one in ledger.check(period) if one.kind is kind]


def test_what_leaves_is_what_the_data_files_hold():
    texts = {name for name in AWARD_FIELDS.values() if REGISTERS["awards"].specs.get(name)}
    assert set(AWARD_TEXTS) <= texts
    assert STAYS_HOME == _STAYS_HOME


@pytest.mark.parametrize("field", ["title", "result", "difficulties", "proposals", "partners", "evidence"])
def test_a_telephone_number_is_found_in_every_text_of_an_activity(ledger, period, field):
    value = f"Liên hệ {PHONE}"
    ledger.activities.save(
        activity(**(FULL | {field: (value,) if field in ("partners", "evidence") else value}))
    )
    assert told(ledger, period) == [("activities", field)]


def test_texts_in_rows_are_read_too(ledger, period):
    rows = (Recommendation(text=f"Gặp ông A, {PHONE}"),)
    ledger.activities.save(activity(**FULL, recommendations=rows))
    assert ("activities", "recommendations") in told(ledger, period)


def test_own_sections_and_settings_are_read(ledger, period):
    ledger.activities.save(activity(**FULL))
    ledger.reports.save_narrative(period, "II.1", "Gửi về nva@gmail.com")
    ledger.save_office(replace(ledger.office, recipients=("Như trên", f"Ông A ({PHONE})")))
    assert told(ledger, period) == [("report", "II.1"), ("settings", "recipients")]


def test_the_sentence_and_its_key_never_hold_what_was_found(ledger, period):
    ledger.activities.save(activity(**FULL, result=f"Liên hệ {PHONE}, CCCD 060179004321"))
    found = [one for one in ledger.check(period) if one.kind is ProblemKind.PERSONAL]
    assert {one.rule for one in found} == {"personal:phone", "personal:national_id"}
    assert PHONE not in repr(found)
    assert "060179004321" not in repr(found)
    assert "*******001" in repr(found)


def test_personal_fields_stay_home_and_are_not_told(ledger, period):
    ledger.activities.save(activity(**FULL))
    ledger.awards.save(nominee())
    assert told(ledger, period) == []


def test_numbers_of_documents_are_no_personal_data(ledger, period):
    ledger.activities.save(activity(**FULL))
    ledger.register("documents").save(
        Document(abstract="Kế hoạch", number="261234567", symbol="KH-BCĐ", issued_on=date(2023, 3, 1))
    )
    assert told(ledger, period) == []


@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_every_text_of_every_register_is_looked_at(ledger, period, name):
    register = REGISTERS[name]
    record = replace(filled(register), id="x1")
    source = ledger.source(period)
    if name == "activities":
        records = replace(source.records, activities=[record])
    elif name == "awards":
        records = replace(source.records, nominations=[record])
    else:
        if name == "documents":
            record = replace(record, is_period_report=False)
        records = replace(source.records, others={name: [record]})
    texts = leaving_texts(replace(source, records=records))
    for field, spec in register.specs.items():
        origin = texts.first_with(f"Đường {field}")
        leaves = spec.kind.value in ("text", "long_text") and not spec.personal
        leaves = leaves and (name, field) not in STAYS_HOME and (name != "awards" or field in AWARD_TEXTS)
        assert (origin is not None) == leaves, field
        assert origin is None or (origin.place, origin.record_id, origin.field) == (name, "x1", field)


def test_a_character_without_a_font_is_told_with_its_record(ledger, period):
    ledger.activities.save(activity("Hội nghị ❶ với 😀", **FULL))
    found = [one for one in ledger.check(period) if one.kind is ProblemKind.LETTERS]
    assert {one.rule for one in found} >= {"letter:1F600"}
    assert {(one.place, one.field) for one in found} == {("activities", "title")}
    assert "Phụ lục" in found[0].sentence


def test_usual_characters_are_not_told(ledger, period):
    ledger.activities.save(activity("Hội nghị “K’ho” – ½ giá…", **FULL))
    assert told(ledger, period, ProblemKind.LETTERS) == []


def test_bodies_of_districts_are_told_after_their_end(ledger):
    later = ReportPeriod(2025, "", date(2025, 1, 1), date(2025, 11, 30))
    unit = ("settings", "unit_name")
    text = "Phối hợp với UBND huyện tổ chức."
    ledger.activities.save(activity("Trước", **FULL, date_start=date(2025, 6, 30), result=text))
    assert told(ledger, later, ProblemKind.FORMER) == [unit]
    ledger.activities.save(activity("Sau", **FULL, date_start=date(2025, 7, 1), result=text))
    assert told(ledger, later, ProblemKind.FORMER) == [unit, ("activities", "result")]
    ledger.activities.save(activity("Cũ", **FULL, date_start=date(2025, 8, 1), result=f"{text[:-1]} (cũ)."))
    assert told(ledger, later, ProblemKind.FORMER) == [unit, ("activities", "result")]


def photo(caption, **values):
    usual = {
        "id": "l1", "register": "activities", "record_id": "a1", "sha256": "ab" * 32, "file_name": "anh.jpg",
        "caption": caption, "place": 0, "in_report": True, "media_type": "image/jpeg", "size": 10, "width": 4,
        "height": 3, "added_at": "2023-05-20T08:00:00+07:00",
    }  # fmt: skip
    return Attachment(**(usual | values))


def test_a_photo_needs_a_caption_without_personal_data(ledger, period):
    def rules(file):
        source = replace(ledger.source(period), photos=PhotoChoice(files=(file,)))
        return [one.rule.partition(":")[0] for one in (*photo_remarks(source), *text_remarks(source))]

    assert rules(photo("Phiên chợ tại xã A")) == []
    assert rules(photo(" ")) == ["caption"]
    assert rules(photo(f"Ông A ({PHONE})")) == ["personal"]
