"""The words of the narrative as data: every typed figure has its sentence, mistakes are named."""

import pytest

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.narrative_wording import check_narrative_words, load_narrative_words
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import ResourceError


def raw(**changes):
    contents = [{"code": one.code, "kind": "hoạt động", "lead": "Có {n}"} for one in load_contents()]
    return {"contents": contents, "sentences": [], "highlights": [], **changes}


def test_every_figure_that_officers_type_has_its_own_sentence():
    told = {phrase.code for group in load_narrative_words().sentences for phrase in group}
    assert {one.code for one in load_indicators() if one.is_typed} <= told


def test_registers_are_known_and_told_once():
    words = load_narrative_words()
    named = [name for one in words.contents for name in one.registers]
    assert set(named) <= set(REGISTERS)
    assert len(named) == len(set(named))


def test_first_words_are_sentences_and_next_words_go_on():
    for group in load_narrative_words().sentences:
        for phrase in group:
            assert phrase.first[0].isupper()
            assert phrase.next[0] in ",;( "
            assert not phrase.first.endswith(".")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"highlights": ["không_có"]}, "không có trong danh mục chỉ tiêu"),
        ({"sentences": [[{"code": "gifts", "first": "A {n}", "next": ", {n}"}] * 2]}, "có hai câu"),
        ({"sentences": [[{"code": "gifts", "first": "A", "next": ", {n}"}]]}, "ký tự"),
        ({"contents": raw()["contents"][:3]}, "đúng một mục"),
    ],
)
def test_mistakes_are_named(changes, fault):
    with pytest.raises(ResourceError, match=fault):
        check_narrative_words(raw(**changes), "narrative.json")
    assert check_narrative_words(raw(), "narrative.json").highlights == ()
