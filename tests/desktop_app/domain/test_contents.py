"""The common contents are C1 to C8, each with a name that fits a chart."""

from desktop_app.domain.contents import content, content_codes, load_contents


def test_codes_and_names():
    assert [one.code for one in load_contents()] == [f"C{n}" for n in range(1, 9)]
    assert content_codes() == {one.code for one in load_contents()}
    assert content("C2").short_name == "Kiểm tra, giám sát"
    assert content("C8").identifier == "COMMENDATION"


def test_short_names_differ():
    names = {one.short_name for one in load_contents()}
    assert len(names) == len(load_contents())
