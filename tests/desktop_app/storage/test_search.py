"""Search ignores accents, case, Unicode form and order of words; nothing typed can break it."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import ActivityStatus, FollowUp, Recommendation
from desktop_app.storage.search import match_expression
from tests.records import activity, nominee

HÒA = "Hội thảo ở xã Thuận Hòa"


@pytest.fixture
def found(ledger):
    for title in ("Phiên chợ hàng Việt tại đường Đông Giang", HÒA, "Cuộc thi “Hàng Việt” 2023"):
        ledger.activities.save(activity(title, partners=("Đoàn Thanh niên",)))

    def find(text):
        return sorted(one.title for one in ledger.activities.fetch(Query(text=text)))

    return find


@pytest.mark.parametrize(
    "typed",
    [
        "đông giang", "dong giang", "DONG GIANG", "Đông Giang", "ĐÔNG", "giang dong", "gian chợ phi", "duong", "đường",
        unicodedata.normalize("NFD", "Đông Giang"), "  dong   giang  ", "dong-giang", "“đông” giang", "phien, cho!",
        "d", "hang viet dong", "dong giang doan thanh nien", "phiên\tchợ",
    ],
)  # fmt: skip
def test_it_is_found(found, typed):
    assert "Phiên chợ hàng Việt tại đường Đông Giang" in found(typed)


@pytest.mark.parametrize(
    "typed", ["hoà", "hòa", "hoa", "thuận hoà", unicodedata.normalize("NFD", "Thuận Hoà")]
)
def test_old_and_new_tone_placement_are_the_same(found, typed):
    assert found(typed) == [HÒA]


@pytest.mark.parametrize("typed", ["iang", "giangg", "dong giang thi", "20230", "phienchợ"])
def test_only_beginnings_of_all_words_are_found(found, typed):
    assert found(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        '"', "'", "*", "(", ")", "-", "—", "+", "^", ":", "{}", ";", "%", "\\", "“”", "...", "!?", "\x00", "\u202e",
        "👍", "NEAR(", "NEAR(hang viet, 2)", "AND", "OR", "NOT", "hang AND xyz", "a OR b", "NOT hang xyz",
        "title:hang xyz", "folded : xyz", "hang*xyz", '"hang xyz', 'xyz" hang', "'; DROP TABLE activities; --",
        "x" * 100_000, "a " * 3000,
    ],
)  # fmt: skip
def test_operators_quotes_and_punctuation_are_harmless(found, ledger, typed):
    assert found(typed) == []
    assert ledger.activities.count(Query(text=typed)) == 0
    assert ledger.search(typed) == []


def test_an_operator_as_a_word_is_a_word(found, ledger):
    ledger.activities.save(activity("And or not near"))
    assert found("NOT and NEAR") == ["And or not near"]
    assert found('NEAR" NOT*') == ["And or not near"]


def test_a_changed_title_is_found_by_its_new_words_only(found, ledger):
    one = ledger.activities.fetch(Query(text="dong giang"))[0]
    ledger.activities.save(activity("Hội chợ Ma Lâm", id=one.id, save_count=one.save_count))
    assert found("dong giang") == []
    assert found("ma lam") == ["Hội chợ Ma Lâm"]


def test_the_trash_is_searched_apart(found, ledger):
    one = ledger.activities.fetch(Query(text="dong giang"))[0]
    ledger.activities.delete(one.id)
    assert found("dong giang") == []
    assert ledger.activities.count(Query(text="dong giang", deleted=True)) == 1
    assert ledger.search("dong giang") == []


def test_the_box_finds_all_registers_newest_first(found, ledger):
    ledger.awards.save(nominee("Đông Thị Giang"))
    ledger.activities.save(activity("Đông Giang sớm", date_start=date(2022, 1, 1)))
    hits = ledger.search("dong giang")
    assert [(one.kind, one.title, one.date) for one in hits] == [
        ("awards", "Đông Thị Giang", date(2023, 10, 15)),
        ("activities", "Phiên chợ hàng Việt tại đường Đông Giang", date(2023, 5, 20)),
        ("activities", "Đông Giang sớm", date(2022, 1, 1)),
    ]
    assert len(ledger.search("dong giang", limit=2)) == 2
    assert ledger.search("   ") == []


def test_personal_values_are_not_found(ledger):
    ledger.awards.save(nominee())
    for typed in ("060179004321", "0987650001", "xom tren suoi kin", "suoi kin", "28/05/1979"):
        assert ledger.search(typed) == []
    assert len(ledger.search("thu am")) == 1


@given(st.text())
def test_any_text_gives_quoted_words_or_nothing(text):
    expression = match_expression(text)
    for term in expression.split():
        assert term.startswith('"')
        assert term.endswith('"*')
        assert term[1:-2].isalnum()


def test_no_text_of_any_alphabet_breaks_the_list(ledger):
    @given(st.text(max_size=40))
    def check(text):
        ledger.activities.fetch(Query(text=text))

    check()


def test_what_was_saved_is_found_by_each_of_its_words(ledger):
    @given(st.text(alphabet="aăâđêôơưÁỆữ 1½²ß’'-_/đĐ", min_size=1, max_size=30))
    def check(title):
        if not match_expression(title):
            return
        saved = ledger.activities.save(activity(title))
        assert saved.id in {one.id for one in ledger.activities.fetch(Query(text=title), 0, 10_000)}

    check()


def test_several_values_of_a_choice_and_values_within_rows(ledger):
    open_row = Recommendation(text="Niêm yết giá")
    done_row = Recommendation(text="Xong", status=FollowUp.DONE)
    for title, status, rows in (
        ("Một", ActivityStatus.COMPLETED, (open_row, done_row)),
        ("Hai", ActivityStatus.PLANNED, (done_row,)),
        ("Ba", ActivityStatus.CANCELLED, ()),
    ):
        ledger.activities.save(activity(title, status=status, recommendations=rows))

    def found(**where):
        return sorted(one.title for one in ledger.activities.fetch(Query(where=where)))

    assert found(status="completed|planned") == ["Hai", "Một"]
    assert found(status="planned") == ["Hai"]
    assert found(recommendations="open|in_progress") == ["Một"]
    assert found(recommendations="done") == ["Hai", "Một"]
    assert found(recommendations="-") == ["Ba"]
    assert found(recommendations="in_progress") == []


def test_activities_are_found_by_the_figures_they_tell(ledger):
    ledger.activities.save(activity("Hội nghị", figures={"attendees": 120}))
    ledger.activities.save(activity("Phiên chợ", figures={"visitors": 500, "attendees": 0}))
    found = ledger.activities.fetch(Query(where={"figures": "attendees"}))
    assert [one.title for one in found] == ["Hội nghị"]
    assert ledger.activities.count(Query(where={"figures": "visitors"})) == 1
    assert ledger.activities.count(Query(where={"figures": "x' OR 1"})) == 0
