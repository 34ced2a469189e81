"""Attached files: stored once, taken back like any write, gone only when told so; a full disk loses nothing."""

import hashlib
from pathlib import Path

import pytest

from desktop_app.domain.attachments import FileToAttach
from desktop_app.domain.query import Query
from desktop_app.errors import AttachmentError, CancelledError, ConflictError, LedgerFileError
from desktop_app.ledger import open_ledger
from tests.photos import SECRETS, encoded, jpeg, opened, picture
from tests.records import activity, change_raw, nominee, raw

PDF = b"%PDF-1.7\n" + b"x" * 3000


@pytest.fixture
def record(ledger):
    return ledger.activities.save(activity())


@pytest.fixture
def files(ledger):
    return ledger.attachments


def add(files, record, content=PDF, name="Kế hoạch.pdf", **more):
    return files.add("activities", record.id, content, name, **more)


def names(files, record):
    return [file.file_name for file in files.of("activities", record.id)]


def stored(ledger):
    return raw(ledger.path, "SELECT count(*) FROM attachments")[0][0]


def test_a_document_comes_back_as_it_was(files, record, tmp_path):
    path = tmp_path / "Kế hoạch 45 – đã ký.pdf"
    path.write_bytes(PDF)
    added = files.add("activities", record.id, path, path.name, caption="  Bản đã ký\n")
    assert files.of("activities", record.id) == [added]
    assert (added.file_name, added.caption, added.media_type) == (path.name, "Bản đã ký", "application/pdf")
    assert (added.size, added.is_photo, added.in_report, added.place) == (len(PDF), False, False, 0)
    assert added.sha256 == hashlib.sha256(PDF).hexdigest()
    assert files.read(added.sha256) == PDF
    assert files.thumbnail(added.sha256) is None


def test_a_photo_is_kept_small_with_a_thumbnail(files, record):
    added = add(files, record, jpeg(picture(2000, 1500)), "IMG_1.JPG")
    assert (added.file_name, added.width, added.height, added.is_photo) == ("IMG_1.jpg", 1600, 1200, True)
    assert opened(files.read(added.sha256)).size == (1600, 1200)
    assert opened(files.thumbnail(added.sha256)).size == (240, 180)


def test_no_trace_of_who_took_a_photo_where_is_in_the_ledger(ledger, files, record):
    source = jpeg()
    assert [secret for secret in SECRETS[:5] if secret not in source] == []
    add(files, record, source, "IMG_1.jpg")
    ledger.close()
    everything = ledger.path.read_bytes()
    assert [secret for secret in SECRETS if secret in everything] == []


def test_the_same_file_is_stored_once(ledger, files, record):
    other = ledger.activities.save(activity("Hội nghị"))
    photo = jpeg()
    first = add(files, record, photo, "IMG_1.jpg")
    second = add(files, other, photo, "bản sao.jpg")
    assert first.sha256 == second.sha256
    assert stored(ledger) == 1
    assert (first.file_name, second.file_name) == ("IMG_1.jpg", "bản sao.jpg")


def test_a_photo_that_came_out_of_the_ledger_is_not_shrunk_again(ledger, files, record):
    other = ledger.activities.save(activity("Hội nghị"))
    first = add(files, record, jpeg(), "IMG_1.jpg")
    again = add(files, other, files.read(first.sha256), "lưu ra.jpeg")
    assert again.sha256 == first.sha256
    assert (again.file_name, again.width) == ("lưu ra.jpg", first.width)
    assert stored(ledger) == 1


def test_the_same_file_twice_on_one_record_is_refused(ledger, files, record):
    add(files, record)
    with pytest.raises(AttachmentError, match=r"“Lại\.pdf” đã có trong các tệp kèm theo"):
        add(files, record, PDF, "Lại.pdf")
    result = files.add_all(
        "activities", record.id, [FileToAttach(PDF, "a.pdf"), FileToAttach(PDF + b"2", "b.pdf")]
    )
    assert [one.file_name for one in result.added] == ["b.pdf"]
    assert [name for name, _ in result.refused] == ["a.pdf"]


def test_a_removed_file_can_be_added_again(ledger, files, record):
    files.remove(add(files, record).id)
    again = add(files, record)
    assert [one.id for one in files.of("activities", record.id)] == [again.id]
    assert stored(ledger) == 1


def test_several_files_are_one_operation_and_bad_ones_do_not_stop_the_others(ledger, files, record):
    told = []
    result = files.add_all(
        "activities",
        record.id,
        [
            FileToAttach(jpeg(), "a.jpg"),
            FileToAttach(b"MZ" + bytes(99), "b.exe"),
            FileToAttach(Path("không có.pdf"), "không có.pdf"),
            FileToAttach(PDF, "c.pdf"),
        ],
        lambda *facts: told.append(facts),
    )
    assert [one.file_name for one in result.added] == names(files, record) == ["a.jpg", "c.pdf"]
    assert [name for name, _ in result.refused] == ["b.exe", "không có.pdf"]
    assert told == [(0, 4, "a.jpg"), (1, 4, "b.exe"), (2, 4, "không có.pdf"), (3, 4, "c.pdf")]
    assert ledger.operations.latest().label == "Đã đính kèm 2 tệp"
    ledger.operations.undo()
    assert names(files, record) == []


def test_only_refused_files_are_no_operation(ledger, files, record):
    before = ledger.operations.latest()
    assert files.add_all("activities", record.id, [FileToAttach(b"", "a.pdf")]).added == ()
    assert ledger.operations.latest() == before


def test_stopping_attaches_nothing_and_leaves_nothing(ledger, files, record):
    known = add(files, record, PDF + b"known", "cũ.pdf")

    def stop(done, _total, _name):
        if done == 2:
            raise CancelledError("Đã dừng.")

    sources = [FileToAttach(PDF + bytes([n]), f"{n}.pdf") for n in range(5)]
    with pytest.raises(CancelledError):
        files.add_all("activities", record.id, sources, stop)
    assert files.of("activities", record.id) == [known]
    assert stored(ledger) == 1


@pytest.mark.parametrize("gone", ["trash", "never"])
def test_a_record_that_is_gone_gets_no_files(ledger, files, record, gone):
    if gone == "trash":
        ledger.activities.delete(record.id)
    record_id = record.id if gone == "trash" else "không có"
    with pytest.raises(ConflictError, match="Hoạt động này không còn trong sổ"):
        files.add("activities", record_id, PDF, "a.pdf")
    with pytest.raises(ConflictError):
        files.add_all("activities", record_id, [FileToAttach(PDF, "a.pdf")])
    with pytest.raises(KeyError):
        files.add("operations", "1", PDF, "a.pdf")
    assert stored(ledger) == 0


def test_a_record_deleted_meanwhile_gets_no_files(ledger, beside, files, record):
    def delete(done, _total, _name):
        if done == 1:
            beside.activities.delete(record.id)

    sources = [FileToAttach(PDF + bytes([n]), f"{n}.pdf") for n in range(2)]
    with pytest.raises(ConflictError):
        files.add_all("activities", record.id, sources, delete)
    assert stored(ledger) == 0


def test_a_deleted_record_keeps_its_files(ledger, files, record):
    added = add(files, record)
    ledger.activities.delete(record.id)
    assert files.usage().unused_count == 0
    assert files.purge_unused().unused_count == 0
    ledger.activities.restore(record.id)
    assert files.of("activities", record.id) == [added]


# Changes and taking them back


def test_captions_choice_and_removal_are_taken_back_one_by_one(ledger, files, record):
    photo = add(files, record, jpeg(), "a.jpg")
    files.save_caption(photo.id, " Khai mạc\nphiên chợ ")
    files.set_in_report(photo.id, True)
    files.remove(photo.id)
    assert names(files, record) == []

    def now():
        (one,) = files.of("activities", record.id)
        return one.caption, one.in_report

    labels = [ledger.operations.undo().label for _ in range(1)]
    assert now() == ("Khai mạc phiên chợ", True)
    labels.append(ledger.operations.undo().label)
    assert now() == ("Khai mạc phiên chợ", False)
    labels.append(ledger.operations.undo().label)
    assert now() == ("", False)
    labels.append(ledger.operations.undo().label)
    assert names(files, record) == []
    assert labels == [
        "Đã gỡ tệp “a.jpg”",
        "Đã chọn in vào báo cáo: “a.jpg”",
        "Đã ghi chú thích của “a.jpg”",
        "Đã đính kèm “a.jpg”",
    ]
    assert ledger.operations.undo().kind == "create"  # the record itself


def test_the_same_caption_is_no_operation(ledger, files, record):
    photo = add(files, record, jpeg(), "a.jpg", caption="Khai mạc")
    before = ledger.operations.latest()
    files.save_caption(photo.id, "Khai mạc ")
    files.set_in_report(photo.id, False)
    files.move(photo.id, 0)
    assert ledger.operations.latest() == before


def test_files_change_places(ledger, files, record):
    added = [add(files, record, PDF + bytes([n]), f"{n}.pdf") for n in range(4)]
    files.move(added[3].id, 0)
    assert names(files, record) == ["3.pdf", "0.pdf", "1.pdf", "2.pdf"]
    files.move(added[3].id, 2)
    files.move(added[0].id, 99)
    assert names(files, record) == ["1.pdf", "3.pdf", "2.pdf", "0.pdf"]
    for _ in range(3):
        ledger.operations.undo()
    assert names(files, record) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]
    files.remove(added[1].id)
    files.move(added[0].id, 1)
    assert names(files, record) == ["2.pdf", "0.pdf", "3.pdf"]


def test_what_was_changed_elsewhere_is_not_taken_back(ledger, beside, files, record):
    photo = add(files, record, jpeg(), "a.jpg")
    change_raw(ledger.path, "UPDATE attachment_links SET caption = 'khác'")
    with pytest.raises(ConflictError, match=r"“a\.jpg” đã thay đổi sau thao tác đó"):
        ledger.operations.undo()
    beside.attachments.remove(photo.id)
    for action in (
        lambda: files.save_caption(photo.id, "x"),
        lambda: files.set_in_report(photo.id, True),
        lambda: files.move(photo.id, 1),
        lambda: files.remove(photo.id),
    ):
        with pytest.raises(ConflictError, match="đã được gỡ ở nơi khác"):
            action()


def test_the_chosen_photos_stand_in_the_order_of_their_records(ledger, files, record):
    other = ledger.activities.save(activity("Hội nghị"))
    award = ledger.awards.save(nominee())
    photos = [add(files, record, jpeg(picture(60, 40, seed)), f"{seed}.jpg") for seed in range(3)]
    of_other = add(files, other, jpeg(picture(60, 40, 9)), "khác.jpg")
    of_award = files.add("awards", award.id, jpeg(picture(60, 40, 9)), "khen.jpg")
    document = add(files, record)
    for one in (photos[2], photos[0], of_other, of_award, document):
        files.set_in_report(one.id, True)
    files.move(photos[2].id, 0)
    chosen = files.chosen("activities", [other.id, record.id, "không có"])
    assert [one.file_name for one in chosen] == ["khác.jpg", "2.jpg", "0.jpg"]
    assert files.chosen("activities", []) == []
    files.remove(of_other.id)
    assert [one.file_name for one in files.chosen("activities", [other.id, record.id])] == ["2.jpg", "0.jpg"]
    assert files.count("activities", record.id) == 4


# Room


def test_the_meter_counts_each_file_once(ledger, files, record):
    award = ledger.awards.save(nominee())
    photo = add(files, record, jpeg(), "a.jpg")
    add(files, record)
    files.add("awards", award.id, jpeg(), "a.jpg")
    size = photo.size + len(files.thumbnail(photo.sha256))
    usage = files.usage()
    assert (usage.size, usage.count) == (size + len(PDF), 2)
    assert usage.by_register == (("activities", size + len(PDF), 2), ("awards", size, 1))
    assert (usage.unused_size, usage.unused_count) == (0, 0)
    files.remove(photo.id)
    assert files.usage().unused_count == 0
    files.remove(files.of("awards", award.id)[0].id)
    assert (files.usage().unused_size, files.usage().unused_count) == (size, 1)


def test_unused_files_are_erased_for_good_and_the_ledger_shrinks(ledger, beside, files, record):
    kept = add(files, record, PDF + b"kept", "giữ.pdf")
    secret = b"%PDF- " + b"Nguyen Van Bi Mat" * 20_000
    gone = add(files, record, secret, "bỏ.pdf")
    files.save_caption(gone.id, "Bản nháp")
    files.remove(gone.id)
    ledger._database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    large = ledger.path.stat().st_size
    erased = files.purge_unused()
    assert (erased.unused_count, erased.unused_size) == (1, len(secret))
    assert files.usage().count == 1
    ledger._database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    assert ledger.path.stat().st_size < large - 300_000
    assert b"Nguyen Van Bi Mat" not in ledger.path.read_bytes()
    assert beside.attachments.of("activities", record.id) == [kept]
    assert raw(ledger.path, "PRAGMA foreign_key_check") == []
    with pytest.raises(ConflictError, match="không còn trong sổ"):
        files.read(gone.sha256)
    assert files.purge_unused().unused_count == 0


def test_after_cleaning_what_came_before_can_still_be_taken_back(ledger, files, record):
    gone = add(files, record)
    files.remove(gone.id)
    files.purge_unused()
    assert ledger.operations.undo().label == "Đã thêm “Phiên chợ hàng Việt”"
    assert ledger.activities.count(Query()) == 0


def test_sixty_photos_make_the_ledger_at_most_40_megabytes_larger(ledger, files, record):
    sources = [
        FileToAttach(jpeg(picture(2000, 1500, seed), quality=95), f"IMG_{seed}.jpg") for seed in range(6)
    ]
    # The noisiest that a camera makes, not only the usual.
    sources += [
        FileToAttach(jpeg(picture(1600, 1600, seed).effect_spread(3), quality=98), f"DSC_{seed}.jpg")
        for seed in (7, 8)
    ]
    ledger._database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    before = ledger.path.stat().st_size
    assert len(files.add_all("activities", record.id, sources).added) == 8
    ledger._database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    grown = ledger.path.stat().st_size - before
    assert 8 * 50_000 < grown <= 40_000_000 / 60 * 8


# Damage and full disks


def test_a_changed_byte_is_noticed(ledger, files, record):
    added = add(files, record)
    change_raw(ledger.path, "UPDATE attachments SET data = ?", PDF[:-1] + b"y")
    with pytest.raises(LedgerFileError, match="bị hỏng trong sổ"):
        files.read(added.sha256)


@pytest.mark.parametrize("action", ["add", "add_all", "caption"])
def test_a_full_disk_keeps_the_ledger_and_says_so(ledger, files, record, action):
    kept = add(files, record, PDF, "cũ.pdf")
    database = ledger._database
    database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    database.value(f"PRAGMA max_page_count={database.value('PRAGMA page_count')}")
    big = PDF + bytes(200_000)
    actions = {
        "add": lambda: add(files, record, big, "to.pdf"),
        "add_all": lambda: files.add_all(
            "activities", record.id, [FileToAttach(PDF + b"small", "nhỏ.pdf"), FileToAttach(big, "to.pdf")]
        ),
        "caption": lambda: [files.save_caption(kept.id, f"{n}" * 290) for n in range(200)],
    }
    with pytest.raises(LedgerFileError, match="Ổ đĩa đã đầy"):
        actions[action]()
    assert not database._connection.in_transaction
    assert names(files, record) == ["cũ.pdf"]
    assert files.read(kept.sha256) == PDF
    assert stored(ledger) == 1
    assert database.value("PRAGMA integrity_check") == "ok"
    database.value("PRAGMA max_page_count=100000")
    add(files, record, big, "to.pdf")
    assert names(files, record) == ["cũ.pdf", "to.pdf"]


def test_a_ledger_with_files_is_opened_and_read_by_another(ledger, files, record):
    add(files, record, encoded(picture(300, 200), "PNG"), "ảnh.png")
    ledger.close()
    with open_ledger(ledger.path) as again:
        (one,) = again.attachments.of("activities", record.id)
        assert opened(again.attachments.read(one.sha256)).size == (300, 200)
