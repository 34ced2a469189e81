"""A ledger file opens whole or is refused with a sentence; what was saved is never lost, what failed leaves nothing."""

import os
import random
import sqlite3
import threading
from pathlib import Path

import pytest

from desktop_app.domain.plans import load_plan
from desktop_app.domain.query import Query
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import create_ledger, create_sample_ledger, open_ledger
from desktop_app.storage import database as database_module
from desktop_app.storage import migrations
from desktop_app.storage.database import APPLICATION_ID, Database, backup, create_database
from desktop_app.storage.schema import SCHEMA_VERSION
from tests.records import OFFICE, activity, change_raw, nominee, raw


def refusal(path):
    with pytest.raises(LedgerFileError) as caught:
        open_ledger(path).close()
    sentence = str(caught.value)
    assert sentence[0] in "“KTSÔỔ"
    assert sentence.endswith(".")
    return sentence


def everything(path):
    with open_ledger(path) as ledger:
        return [
            ledger.office,
            ledger.plan(2023),
            *(store.fetch(Query(), 0, 1000) for store in ledger.registers),
            ledger.search("hang viet"),
            ledger.reports.period(2023),
            ledger.reports.narrative(ledger.reports.period(2023)),
            ledger.drafts.all(),
        ]


# Files that are no ledger


def foreign_sqlite(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE activities (id)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n" + b"x" * 500,
        b"Phi\xe1\xba\xbfn ch\xe1\xbb\xa3" * 50,
        b"{}",
        b"PK\x03\x04" + bytes(200),
        bytes(4096),
    ],
    ids=["pdf", "text", "short", "zip", "zeros"],
)
def test_a_file_of_another_kind_is_not_ours(tmp_path, content):
    path = tmp_path / "Báo cáo.sohangviet"
    path.write_bytes(content)
    assert refusal(path) == (
        "“Báo cáo.sohangviet” không phải là sổ của chương trình Sổ Hàng Việt. Hãy chọn tệp sổ có đuôi .sohangviet."
    )
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == [path.name]


def test_another_program_s_database_is_not_ours(tmp_path):
    path = tmp_path / "khác.db"
    foreign_sqlite(path)
    before = path.read_bytes()
    assert "không phải là sổ" in refusal(path)
    assert path.read_bytes() == before


def test_an_empty_file_is_damaged(tmp_path):
    path = tmp_path / "trống.sohangviet"
    path.touch()
    assert "bị hỏng hoặc bị cắt ngắn" in refusal(path)


def test_a_folder_and_a_missing_file(tmp_path):
    assert "là một thư mục" in refusal(tmp_path)
    assert "Không tìm thấy tệp sổ" in refusal(tmp_path / "không có.sohangviet")
    assert not (tmp_path / "không có.sohangviet").exists()


def test_paths_that_cannot_be(tmp_path):
    (tmp_path / "tệp").touch()
    assert "Không tìm thấy" in refusal(tmp_path / "tệp" / "sổ.sohangviet")
    assert "quá dài" in refusal(tmp_path / ("ổ" * 300))
    assert "Không tìm thấy" in refusal(tmp_path / "a\0b")


# Damaged files


def test_truncated_ledgers_are_all_recognised(shipped_samples, tmp_path):
    whole = (shipped_samples / "ham_thuan_bac.sohangviet").read_bytes()
    path = tmp_path / "Sổ.sohangviet"
    lengths = [
        1,
        15,
        16,
        99,
        100,
        512,
        4095,
        4096,
        5000,
        *range(8192, len(whole), len(whole) // 25),
        len(whole) - 1,
    ]
    for length in lengths:
        path.write_bytes(whole[:length])
        assert "bị hỏng hoặc bị cắt ngắn" in refusal(path), length
        assert path.read_bytes() == whole[:length], length


def test_flipped_bytes_are_refused_with_a_sentence_or_harmless(shipped_samples, tmp_path):
    whole = (shipped_samples / "ham_thuan_bac.sohangviet").read_bytes()
    path = tmp_path / "Sổ.sohangviet"
    chance = random.Random(2023)
    refused = 0
    # Half of them in the header and the schema, where they hurt most.
    places = [chance.randrange(8192) for _ in range(150)] + [chance.randrange(len(whole)) for _ in range(150)]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= chance.randrange(1, 256)
        path.write_bytes(damaged)
        try:
            everything(path)
        except LedgerFileError:
            refused += 1
        for file in tmp_path.iterdir():
            file.unlink()
    assert refused > 10


@pytest.mark.parametrize("page", range(1, 12))
def test_a_zeroed_page_is_never_a_crash(shipped_samples, tmp_path, page):
    content = bytearray((shipped_samples / "ham_thuan_bac.sohangviet").read_bytes())
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    path = tmp_path / "Sổ.sohangviet"
    path.write_bytes(content)
    assert "bị hỏng" in refusal(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activities SET figures = '{\"visitors\":'",
        'UPDATE activities SET figures = \'{"visitors":"năm"}\'',
        "UPDATE activities SET date_start = '2023-13-45'",
        "UPDATE activities SET status = 'completee'",
        "UPDATE settings SET value = '{' WHERE key = 'office'",
        "UPDATE plans SET plan = '{\"code\":1}'",
        "UPDATE periods SET data_to = 'x'",
    ],
)
def test_stored_structures_that_do_not_fit_are_told_as_damage(sample, statement):
    sample.close()
    change_raw(sample.path, statement)
    with pytest.raises(LedgerFileError, match="bị hỏng"):
        everything(sample.path)


def test_a_garbled_name_in_the_schema_is_damage(ledger):
    ledger.close()
    change_raw(ledger.path, "ALTER TABLE narratives RENAME COLUMN section TO sectiom")
    assert "bị hỏng" in refusal(ledger.path)


# Versions


def test_a_newer_file_is_refused_with_the_versions_and_left_alone(ledger):
    ledger.activities.save(activity())
    ledger.close()
    change_raw(ledger.path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = ledger.path.read_bytes()
    sentence = refusal(ledger.path)
    assert "phiên bản mới hơn" in sentence
    assert f"cấu trúc số {SCHEMA_VERSION + 1}" in sentence
    assert "Hãy cài phiên bản mới nhất" in sentence
    assert ledger.path.read_bytes() == before


def test_an_older_file_is_copied_before_it_is_migrated(ledger):
    ledger.activities.save(activity("Còn nguyên"))
    ledger.close()
    change_raw(ledger.path, f"PRAGMA user_version={SCHEMA_VERSION - 1}")

    with open_ledger(ledger.path) as opened:
        assert opened.activities.fetch(Query())[0].title == "Còn nguyên"

    copy = ledger.path.with_name(f"{ledger.path.name}.truoc-nang-cap-{SCHEMA_VERSION}")
    assert raw(copy, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]
    assert raw(copy, "SELECT title FROM activities") == [("Còn nguyên",)]
    assert raw(ledger.path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_a_failing_migration_leaves_the_old_file(ledger, monkeypatch):
    ledger.close()
    change_raw(ledger.path, f"PRAGMA user_version={SCHEMA_VERSION - 1}")

    class Broken:
        @staticmethod
        def apply(db):
            db.execute("CREATE TABLE half (a)")
            raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(migrations, "MIGRATIONS", Broken)
    assert "Ổ đĩa đã đầy" in refusal(ledger.path)
    assert raw(ledger.path, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]
    assert raw(ledger.path, "SELECT count(*) FROM sqlite_master WHERE name = 'half'") == [(0,)]


# Creating


def test_a_new_ledger_is_ours_alone_and_whole(ledger):
    ledger.close()
    assert os.listdir(ledger.path.parent) == ["Sổ hàng Việt.sohangviet"]
    assert raw(ledger.path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert raw(ledger.path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert raw(ledger.path, "PRAGMA integrity_check") == [("ok",)]


def test_a_ledger_in_use_runs_in_the_safe_mode(ledger):
    assert ledger.uses_wal
    value = ledger._database.value
    assert (value("PRAGMA synchronous"), value("PRAGMA foreign_keys"), value("PRAGMA secure_delete")) == (
        2,
        1,
        1,
    )


def test_creating_never_overwrites(ledger):
    before = ledger.path.read_bytes()
    with pytest.raises(LedgerFileError, match="không ghi đè"):
        create_ledger(ledger.path, OFFICE, load_plan("BT2023"), 2023)
    assert ledger.path.read_bytes() == before


def test_creating_that_fails_half_way_leaves_nothing(ledger_path):
    def fill(database):
        with database.write():
            database.insert("plans", {"year": 2023, "plan": "{}"})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_database(ledger_path, fill)
    assert os.listdir(ledger_path.parent) == []


def test_creating_in_a_file_instead_of_a_folder(tmp_path):
    (tmp_path / "tệp").touch()
    with pytest.raises(LedgerFileError, match="không phải là thư mục"):
        create_sample_ledger(tmp_path / "tệp" / "sổ.sohangviet")


def test_the_remains_of_a_killed_creation_do_no_harm(ledger_path):
    ledger_path.parent.mkdir()
    for ending in (".tao-moi", ".tao-moi-wal", ".tao-moi-shm"):
        ledger_path.with_name(ledger_path.name + ending).write_bytes(b"rest" * 1000)
    create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023).close()
    assert raw(ledger_path, "PRAGMA integrity_check") == [("ok",)]


def test_a_creation_that_fails_leaves_nothing_and_names_the_wanted_file(ledger_path):
    def fill(database):
        with database.write():
            database.execute("CREATE TABLE half (a)")
            raise sqlite3.OperationalError("unable to open database file")

    with pytest.raises(LedgerFileError) as refused:
        create_database(ledger_path, fill)
    assert f"“{ledger_path}”" in str(refused.value)
    assert os.listdir(ledger_path.parent) == []


def test_the_log_of_a_removed_ledger_does_not_get_into_a_new_one(ledger, ledger_path):
    for n in range(30):
        ledger.activities.save(activity(f"Sổ cũ {n}"))
    log = ledger_path.with_name(f"{ledger_path.name}-wal")
    old = log.read_bytes()
    ledger_path.unlink()  # the program was killed and the user threw the file away, not its log
    ledger.close()
    log.write_bytes(old)

    with create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023) as new:
        new.activities.save(activity("Sổ mới"))
        assert [one.title for one in new.activities.fetch(Query())] == ["Sổ mới"]
    assert raw(ledger_path, "PRAGMA integrity_check") == [("ok",)]
    assert ledger_path.with_name(f"{log.name}.cu").read_bytes() == old


# Other programs, full disks, lost files


def test_a_ledger_that_another_program_writes_can_be_read_but_not_written(ledger, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.05)
    ledger.activities.save(activity("A"))
    other = sqlite3.connect(ledger.path)
    other.execute("BEGIN EXCLUSIVE")
    with open_ledger(ledger.path) as second:
        assert second.activities.count(Query()) == 1
        with pytest.raises(LedgerFileError, match="đang được chương trình khác ghi"):
            second.activities.save(activity("B"))
        other.rollback()
        second.activities.save(activity("C"))
        assert second.activities.count(Query()) == 2
    other.close()


def test_a_ledger_without_a_log_that_is_locked_cannot_be_opened(ledger, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.05)
    ledger.close()
    change_raw(ledger.path, "PRAGMA journal_mode=DELETE")
    other = sqlite3.connect(ledger.path)
    other.execute("BEGIN EXCLUSIVE")
    assert "đang được chương trình khác ghi" in refusal(ledger.path)
    other.close()


@pytest.mark.parametrize("action", ["save", "import", "undo", "draft", "delete", "office", "export note"])
def test_a_full_disk_keeps_the_ledger_and_says_so(ledger, action):
    saved = ledger.activities.save(activity("Còn nguyên", result="x" * 5000))
    database = ledger._database
    database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    database.value(f"PRAGMA max_page_count={database.value('PRAGMA page_count')}")
    # Leave no free page inside the file either.
    big = activity("To", result="y" * 20_000)
    actions = {
        "save": lambda: ledger.activities.save(big),
        "import": lambda: ledger.add_all("Nhập", {"activities": [big] * 50}),
        "undo": lambda: [ledger.operations.undo() for _ in range(20)],
        "draft": lambda: ledger.drafts.put("activities", "", {"result": "z" * 50_000}),
        "delete": lambda: [
            ledger.activities.delete(saved.id) or ledger.activities.restore(saved.id) for _ in range(20)
        ],
        "office": lambda: ledger.reports.save_narrative(
            ledger.reports.period(2023), "next_tasks", "n" * 50_000
        ),
        "export note": lambda: [ledger.add_all("n", {"activities": [activity(f"n{n}")]}) for n in range(50)],
    }
    if action == "undo":
        database.value("PRAGMA max_page_count=100000")
        for n in range(20):
            saved = ledger.activities.save(
                activity("Còn nguyên", id=saved.id, save_count=saved.save_count, result=f"{n}" * 9000)
            )
        database.value(f"PRAGMA max_page_count={database.value('PRAGMA page_count')}")
    with pytest.raises(LedgerFileError, match="Ổ đĩa đã đầy"):
        actions[action]()
    assert not database._connection.in_transaction
    assert ledger.activities.get(saved.id).title == "Còn nguyên"
    assert database.value("PRAGMA integrity_check") == "ok"
    database.value("PRAGMA max_page_count=100000")
    ledger.activities.save(activity("Sau khi dọn ổ đĩa"))
    assert raw(
        ledger.path,
        "SELECT count(*) FROM operations o WHERE NOT EXISTS (SELECT 1 FROM history h WHERE h.operation_id = o.id)",
    ) == [(0,)]


def test_a_ledger_removed_while_open_is_not_written_into_the_void(ledger):
    ledger.activities.save(activity("A"))
    moved = ledger.path.with_name("chỗ khác")
    ledger.path.rename(moved)
    for write in (
        lambda: ledger.activities.save(activity("B")),
        lambda: ledger.drafts.put("activities", "", {}),
        lambda: ledger.save_office(OFFICE),
    ):
        with pytest.raises(LedgerFileError, match="không còn ở chỗ cũ"):
            write()
    moved.rename(ledger.path)
    ledger.activities.save(activity("C"))
    assert ledger.activities.count(Query()) == 2


class FailingConnection:
    """Stands for a connection whose disk answers badly."""

    def __init__(self, connection, error):
        self._connection = connection
        self._error = error

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def execute(self, sql, *parameters):
        if sql.startswith(("INSERT", "UPDATE", "COMMIT")):
            raise self._error
        return self._connection.execute(sql, *parameters)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (sqlite3.OperationalError("attempt to write a readonly database"), "chỉ cho đọc"),
        (sqlite3.OperationalError("disk I/O error"), "không đọc, ghi được"),
        (sqlite3.OperationalError("unable to open database file"), "Không mở được"),
        (sqlite3.OperationalError("database is locked"), "chương trình khác ghi"),
        (sqlite3.DatabaseError("database disk image is malformed"), "bị hỏng"),
    ],
)
def test_what_the_driver_says_becomes_a_sentence(ledger, monkeypatch, error, said):
    monkeypatch.setattr(
        ledger._database, "_connection", FailingConnection(ledger._database._connection, error)
    )
    with pytest.raises(LedgerFileError, match=said):
        ledger.activities.save(activity())
    monkeypatch.undo()
    assert not ledger._database._connection.in_transaction
    assert ledger.activities.count(Query()) == 0


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError("no such column: fullness"),
        sqlite3.IntegrityError("UNIQUE"),
        sqlite3.ProgrammingError("x"),
    ],
)
def test_faults_of_ours_are_not_blamed_on_the_file(ledger, monkeypatch, error):
    monkeypatch.setattr(
        ledger._database, "_connection", FailingConnection(ledger._database._connection, error)
    )
    with pytest.raises(type(error)):
        ledger.activities.save(activity())


def test_a_read_only_file_is_said(ledger, monkeypatch):
    ledger.close()
    real = sqlite3.connect
    monkeypatch.setattr(
        database_module.sqlite3,
        "connect",
        lambda path, **options: (
            real(f"file:{path}?mode=ro", uri=True, **options) if "/" in path else real(path)
        ),
    )
    with open_ledger(ledger.path) as opened:
        assert opened.office.unit_name == "huyện Hàm Thuận Bắc"
        with pytest.raises(LedgerFileError, match="chỉ cho đọc"):
            opened.activities.save(activity())


def test_a_file_that_may_not_be_read_is_said(ledger, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    ledger.close()
    monkeypatch.setattr(Path, "open", refuse)
    assert "Không có quyền đọc, ghi" in refusal(ledger.path)


def test_a_connection_does_not_cross_threads(ledger):
    caught = []

    def elsewhere():
        try:
            ledger.activities.count(Query())
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_failing_to_open_leaves_no_connection_behind(tmp_path, monkeypatch):
    closed = []

    class Connection(sqlite3.Connection):
        def execute(self, *args):
            raise sqlite3.OperationalError("disk I/O error")

        def close(self):
            closed.append(True)
            super().close()

    monkeypatch.setattr(database_module.sqlite3, "connect", lambda path, **options: Connection(path))
    with pytest.raises(LedgerFileError):
        Database(tmp_path / "sổ.sohangviet")
    assert closed == [True]


# Transactions


def test_nested_writes_are_one_transaction(ledger):
    database = ledger._database

    def failing():
        with database.write():
            database.insert("settings", {"key": "trong", "value": "2"})
            raise ZeroDivisionError

    with database.write():
        database.insert("settings", {"key": "ngoài", "value": "1"})
        with pytest.raises(ZeroDivisionError):
            failing()
    assert raw(ledger.path, "SELECT key FROM settings WHERE key IN ('trong', 'ngoài')") == [("ngoài",)]


def test_reading_sees_one_state_while_others_write(ledger, beside):
    with ledger._database.read():
        assert ledger.activities.count(Query()) == 0
        beside.activities.save(activity())
        assert ledger.activities.count(Query()) == 0
    assert ledger.activities.count(Query()) == 1


def test_a_write_inside_a_read_is_a_fault_not_a_silent_loss(ledger):
    with ledger._database.read(), pytest.raises(RuntimeError):
        ledger.activities.save(activity())
    ledger.activities.save(activity())
    assert ledger.activities.count(Query()) == 1


def test_erased_personal_data_are_not_left_in_the_file(ledger):
    ledger.awards.save(nominee(address="Xóm Trên Suối Kín"))
    with ledger._database.write():
        ledger._database.execute("DELETE FROM personal_data")
    ledger.close()
    assert "Xóm Trên Suối Kín".encode() not in ledger.path.read_bytes()


# Copies


def test_the_backup_of_an_open_ledger_is_complete(ledger, tmp_path):
    ledger.activities.save(activity("Mới nhất"))
    target = tmp_path / "bản sao.sohangviet"
    target.write_bytes(b"old copy")
    backup(ledger._database, target)
    with open_ledger(target) as copy:
        assert copy.activities.fetch(Query())[0].title == "Mới nhất"


def test_a_backup_that_cannot_be_written_is_said(ledger, tmp_path):
    with pytest.raises(LedgerFileError):
        backup(ledger._database, tmp_path / "không có" / "bản sao")
