"""The history of the file's schema: an append-only list of small steps, never changed once released."""

import sqlite3
from typing import Any

import sqlite_utils

from desktop_app.storage.m007_registers import STATEMENTS as REGISTERS_OF_M007
from desktop_app.storage.register_sql import RECORD_COLUMNS, search_index

MIGRATIONS = sqlite_utils.Migrations("sohangviet")


def _run(db: Any, statements: list[str]) -> None:  # noqa: ANN401 - sqlite_utils.Database
    for statement in statements:
        db.execute(statement)


@MIGRATIONS()
def m001_operations(db: Any) -> None:  # noqa: ANN401
    """Every write is one operation with before and after images; personal values stand apart."""
    _run(
        db,
        [
            """CREATE TABLE operations (
                id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
                label TEXT NOT NULL, undone_by INTEGER REFERENCES operations(id)) STRICT""",
            """CREATE TABLE history (
                id INTEGER PRIMARY KEY, operation_id INTEGER NOT NULL REFERENCES operations(id),
                register TEXT NOT NULL, record_id TEXT NOT NULL, before TEXT, after TEXT) STRICT""",
            "CREATE INDEX history_record ON history(register, record_id)",
            "CREATE INDEX history_operation ON history(operation_id)",
            # AUTOINCREMENT: the number of an erased row is never given to another person's data, because
            # history goes on referring to it.
            """CREATE TABLE personal_data (
                id INTEGER PRIMARY KEY AUTOINCREMENT, record_id TEXT NOT NULL, data TEXT NOT NULL) STRICT""",
            "CREATE INDEX personal_data_record ON personal_data(record_id)",
            """CREATE TABLE drafts (
                form TEXT NOT NULL, record_id TEXT NOT NULL, content TEXT NOT NULL, personal_ref INTEGER,
                saved_at TEXT NOT NULL, PRIMARY KEY (form, record_id)) STRICT""",
        ],
    )


@MIGRATIONS()
def m002_office(db: Any) -> None:  # noqa: ANN401
    """The office, its plan of each year, and its reports with their text."""
    _run(
        db,
        [
            "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            "CREATE TABLE plans (year INTEGER PRIMARY KEY, plan TEXT NOT NULL) STRICT",
            """CREATE TABLE periods (
                year INTEGER NOT NULL, code TEXT NOT NULL, data_from TEXT NOT NULL, data_to TEXT NOT NULL,
                PRIMARY KEY (year, code)) STRICT""",
            """CREATE TABLE report_heads (
                year INTEGER NOT NULL, period TEXT NOT NULL, head TEXT NOT NULL, PRIMARY KEY (year, period)) STRICT""",
            """CREATE TABLE narratives (
                year INTEGER NOT NULL, period TEXT NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL,
                updated_at TEXT NOT NULL, PRIMARY KEY (year, period, section)) STRICT""",
            """CREATE TABLE exports (
                id INTEGER PRIMARY KEY, year INTEGER NOT NULL, period TEXT NOT NULL, revision INTEGER NOT NULL,
                check_code TEXT NOT NULL, content_hash TEXT NOT NULL, package_hash TEXT NOT NULL, parent TEXT NOT NULL,
                data_from TEXT NOT NULL, data_to TEXT NOT NULL, exported_at TEXT NOT NULL, who TEXT NOT NULL,
                folder TEXT NOT NULL, reason TEXT NOT NULL) STRICT""",
            "CREATE INDEX exports_period ON exports(year, period, revision)",
        ],
    )


@MIGRATIONS()
def m003_activities(db: Any) -> None:  # noqa: ANN401
    """Register of activities."""
    _run(
        db,
        [
            f"""CREATE TABLE activities ({RECORD_COLUMNS}
                title TEXT NOT NULL, title_sort TEXT NOT NULL,
                date_start TEXT NOT NULL, date_end TEXT,
                plan_items TEXT NOT NULL, content_code TEXT NOT NULL,
                organizer TEXT NOT NULL, organizer_sort TEXT NOT NULL,
                place TEXT NOT NULL, place_sort TEXT NOT NULL,
                partners TEXT NOT NULL, status TEXT NOT NULL, is_estimate INTEGER NOT NULL,
                result TEXT NOT NULL, figures TEXT NOT NULL, funds TEXT NOT NULL,
                channels TEXT NOT NULL, areas TEXT NOT NULL, audience TEXT NOT NULL, programmes TEXT NOT NULL,
                difficulties TEXT NOT NULL, proposals TEXT NOT NULL, evidence TEXT NOT NULL) STRICT""",
            "CREATE INDEX activities_date ON activities(deleted_at, date_start, row)",
            "CREATE INDEX activities_title ON activities(deleted_at, title_sort, row)",
            "CREATE INDEX activities_organizer ON activities(deleted_at, organizer_sort, row)",
            "CREATE INDEX activities_place ON activities(deleted_at, place_sort, row)",
            "CREATE INDEX activities_content ON activities(deleted_at, content_code, date_start)",
            *search_index("activities"),
        ],
    )


@MIGRATIONS()
def m004_awards(db: Any) -> None:  # noqa: ANN401
    """Register of award nominations."""
    _run(
        db,
        [
            f"""CREATE TABLE awards ({RECORD_COLUMNS}
                nominee_type TEXT NOT NULL, nominated_on TEXT NOT NULL, honorific TEXT NOT NULL,
                name TEXT NOT NULL, name_sort TEXT NOT NULL,
                representative TEXT NOT NULL, activity_field TEXT NOT NULL, position TEXT NOT NULL,
                unit TEXT NOT NULL, unit_sort TEXT NOT NULL,
                award_form TEXT NOT NULL, award_form_sort TEXT NOT NULL,
                award_authority TEXT NOT NULL, award_level TEXT NOT NULL, status TEXT NOT NULL,
                achievement TEXT NOT NULL, period_from TEXT, period_to TEXT, dossier TEXT NOT NULL, votes TEXT NOT NULL,
                previous_awards TEXT NOT NULL, decision_number TEXT NOT NULL, decision_date TEXT,
                reward_vnd INTEGER, consent_recorded_on TEXT) STRICT""",
            "CREATE INDEX awards_date ON awards(deleted_at, nominated_on, row)",
            "CREATE INDEX awards_name ON awards(deleted_at, name_sort, row)",
            "CREATE INDEX awards_decision ON awards(deleted_at, decision_date)",
            *search_index("awards"),
        ],
    )


@MIGRATIONS()
def m005_attachments(db: Any) -> None:  # noqa: ANN401
    """Attachments of records: each file stored once; the bytes are the last column, so that lists skip them."""
    _run(
        db,
        [
            """CREATE TABLE attachments (
                sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, size INTEGER NOT NULL, added_at TEXT NOT NULL,
                width INTEGER, height INTEGER, thumbnail BLOB, data BLOB NOT NULL) STRICT""",
            """CREATE TABLE attachment_links (
                id TEXT PRIMARY KEY, register TEXT NOT NULL, record_id TEXT NOT NULL,
                sha256 TEXT NOT NULL REFERENCES attachments(sha256), file_name TEXT NOT NULL, caption TEXT NOT NULL,
                place INTEGER NOT NULL, in_report INTEGER NOT NULL, created_at TEXT NOT NULL,
                updated_at TEXT NOT NULL, save_count INTEGER NOT NULL, deleted_at TEXT) STRICT""",
            "CREATE INDEX attachment_links_record ON attachment_links(register, record_id, deleted_at)",
            "CREATE INDEX attachment_links_file ON attachment_links(sha256)",
        ],
    )


@MIGRATIONS()
def m006_versions(db: Any) -> None:  # noqa: ANN401
    """Versions of the narrative and of the yearly plan, the figures' text a narrative was written on, newer units."""
    _run(
        db,
        [
            "ALTER TABLE narratives ADD COLUMN basis TEXT NOT NULL DEFAULT ''",
            """CREATE TABLE narrative_versions (
                id INTEGER PRIMARY KEY, year INTEGER NOT NULL, period TEXT NOT NULL, section TEXT NOT NULL,
                text TEXT, basis TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL) STRICT""",
            "CREATE INDEX narrative_versions_section ON narrative_versions(year, period, section, id)",
            """CREATE TABLE plan_versions (
                id INTEGER PRIMARY KEY, year INTEGER NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL,
                who TEXT NOT NULL, note TEXT NOT NULL, content TEXT NOT NULL, UNIQUE (year, version)) STRICT""",
            """CREATE TABLE unit_updates (
                code TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, level TEXT NOT NULL,
                parent TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, predecessors TEXT NOT NULL,
                PRIMARY KEY (code, valid_from)) STRICT""",
        ],
    )


@MIGRATIONS()
def m007_registers(db: Any) -> None:  # noqa: ANN401
    """The registers of everything else that the plans ask for; inspections and tasks in activities, steps in awards."""
    _run(db, REGISTERS_OF_M007)


@MIGRATIONS()
def m008_issuing(db: Any) -> None:  # noqa: ANN401
    """What becomes of a report after its export, reasons for passing over warnings, whole files kept by their hash."""
    _run(
        db,
        [
            """CREATE TABLE kept_files (
                sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
                added_at TEXT NOT NULL, data BLOB NOT NULL) STRICT""",
            """CREATE TABLE report_issues (
                year INTEGER NOT NULL, period TEXT NOT NULL, revision INTEGER NOT NULL, check_code TEXT NOT NULL,
                state TEXT NOT NULL, head TEXT NOT NULL, replaces TEXT NOT NULL, reason TEXT NOT NULL,
                package TEXT NOT NULL, package_name TEXT NOT NULL, scan TEXT NOT NULL, steps TEXT NOT NULL,
                PRIMARY KEY (year, period, revision)) STRICT""",
            """CREATE TABLE report_sendings (
                id TEXT PRIMARY KEY, year INTEGER NOT NULL, period TEXT NOT NULL, revision INTEGER NOT NULL,
                way TEXT NOT NULL, sent_to TEXT NOT NULL, sent_at TEXT NOT NULL, who TEXT NOT NULL,
                note TEXT NOT NULL, received_on TEXT, receipt TEXT NOT NULL) STRICT""",
            "CREATE INDEX report_sendings_report ON report_sendings(year, period, revision)",
            """CREATE TABLE report_replies (
                id TEXT PRIMARY KEY, year INTEGER NOT NULL, period TEXT NOT NULL, revision INTEGER NOT NULL,
                kind TEXT NOT NULL, source TEXT NOT NULL, replied_on TEXT NOT NULL, sender TEXT NOT NULL,
                reason TEXT NOT NULL, due_on TEXT, items TEXT NOT NULL, noted_at TEXT NOT NULL,
                who TEXT NOT NULL) STRICT""",
            "CREATE INDEX report_replies_report ON report_replies(year, period, revision)",
            """CREATE TABLE check_reasons (
                year INTEGER NOT NULL, period TEXT NOT NULL, key TEXT NOT NULL, sentence TEXT NOT NULL,
                reason TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
                PRIMARY KEY (year, period, key)) STRICT""",
        ],
    )


def apply_migrations(connection: sqlite3.Connection) -> None:
    """Run the steps that a file has not seen, inside the caller's transaction."""
    MIGRATIONS.apply(sqlite_utils.Database(connection, execute_plugins=False))
