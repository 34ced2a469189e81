"""One text for each key of a ledger's settings."""

import pytest

from desktop_app.domain.award_quotas import Quota
from desktop_app.errors import LedgerFileError
from desktop_app.storage.database import create_database, open_database
from desktop_app.storage.settings import Settings


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "so.sohangviet"
    create_database(path, lambda made: None)
    found = open_database(path)
    yield found
    found.close()


@pytest.fixture
def settings(database):
    return Settings(database)


def test_a_text_is_kept_replaced_and_forgotten(settings):
    assert settings.text("folder") == ""
    settings.keep_text("folder", "/a")
    settings.keep_text("folder", "/b")
    assert settings.text("folder") == "/b"
    settings.forget("folder")
    assert settings.text("folder") == ""


def test_a_value_comes_back_as_its_type(settings):
    quotas = (Quota(form="Bằng khen", most=3), Quota(form="Giấy khen"))
    settings.keep("quotas", quotas)
    assert settings.value("quotas", tuple[Quota, ...], None) == quotas
    assert settings.value("votes", tuple[Quota, ...], ()) == ()


def test_a_damaged_value_is_told_as_a_damaged_file(settings):
    settings.keep_text("headings", "{not json")
    with pytest.raises(LedgerFileError):
        settings.value("headings", dict[str, str], {})
    settings.keep_text("headings", "[1]")
    with pytest.raises(LedgerFileError):
        settings.value("headings", dict[str, str], {})


def test_keys_are_found_by_their_beginning(settings):
    for key in ("office", "office:2023", "office:2025", "year"):
        settings.keep_text(key, "x")
    assert sorted(settings.keys("office:")) == ["office:2023", "office:2025"]


def test_what_is_kept_goes_with_the_transaction(database, settings):
    settings.keep_text("year", "2023")

    def change_and_fail():
        with database.write():
            settings.keep_text("year", "2024")
            raise KeyError

    with pytest.raises(KeyError):
        change_and_fail()
    assert settings.text("year") == "2023"
