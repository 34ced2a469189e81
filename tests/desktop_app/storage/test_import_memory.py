from desktop_app.storage.database import open_database
from desktop_app.storage.import_memory import ImportMemory


def test_headings_are_remembered_in_the_ledger(ledger):
    ledger.spreadsheets.remember("activities", {"cho nao": "place", "so": "-"})
    ledger.spreadsheets.remember("activities", {"so": "figures.attendees"})
    ledger.spreadsheets.remember("awards", {"cho nao": "unit"})
    database = open_database(ledger.path)
    assert ImportMemory(database).headings() == {
        "activities": {"cho nao": "place", "so": "figures.attendees"},
        "awards": {"cho nao": "unit"},
    }
    database.close()
