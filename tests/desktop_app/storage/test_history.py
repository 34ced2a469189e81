"""The history of a record in words, without personal values."""

from dataclasses import replace

from desktop_app.domain.records.activities import ActivityStatus, Channel, FundGroup, FundLine
from desktop_app.domain.records.awards import Votes
from tests.records import SECRETS, activity, nominee, raw


def test_a_change_is_told_by_label_old_and_new_text(ledger, clock):
    first = ledger.activities.save(activity("Cũ", status=ActivityStatus.PLANNED))
    clock.move(hours=2)
    ledger.activities.save(replace(first, title="Mới", status=ActivityStatus.COMPLETED))

    newest, oldest = ledger.activities.history(first.id)

    assert (newest.kind, newest.who, newest.label) == ("save", "Đào", "Đã lưu “Mới”")
    assert newest.changes == (
        ("Tên hoạt động", "Cũ", "Mới"),
        ("Trạng thái", "Dự kiến", "Hoàn thành"),
    )
    assert oldest.kind == "create"
    assert ("Từ ngày", "", "20/05/2023") in oldest.changes
    assert newest.at > oldest.at


def test_structures_are_told_in_vietnamese_words(ledger):
    saved = ledger.activities.save(activity())
    ledger.activities.save(
        replace(
            saved,
            figures={"visitors": 6200, "revenue_vnd": 1_500_000, "so_moi": 3},
            funds=(FundLine(source="Xã hội hóa", group=FundGroup.SOCIALISED, amount_vnd=12_000_000),),
            channels=(Channel.FAIR, Channel.SOCIAL_MEDIA),
            partners=("Huyện đoàn", "Hội Nông dân"),
            is_estimate=True,
        )
    )
    changes = {label: (old, new) for label, old, new in ledger.activities.history(saved.id)[0].changes}
    assert changes["Số liệu"][0] == ""
    assert "visitors" not in changes["Số liệu"][1]
    assert ": 6.200" in changes["Số liệu"][1]
    assert "so_moi: 3" in changes["Số liệu"][1]
    assert changes["Kinh phí"] == ("", "Xã hội hóa: 12.000.000 đồng")
    assert changes["Hình thức, kênh tuyên truyền"] == ("", "Phiên chợ, hội chợ; Mạng xã hội")
    assert changes["Đơn vị phối hợp"] == ("", "Huyện đoàn; Hội Nông dân")
    assert changes["Số liệu ước"] == ("không", "có")


def test_awards_tell_votes_and_dossier(ledger):
    saved = ledger.awards.save(nominee())
    ledger.awards.save(
        replace(
            saved, votes=Votes(total=15, present=13, agree=12), dossier={"report": True, "minutes": False}
        )
    )
    changes = {label: new for label, _, new in ledger.awards.history(saved.id)[0].changes}
    assert changes["Kết quả bỏ phiếu họp xét"] == "12/13/15"
    assert changes["Hồ sơ"] == "1/2 thành phần"


def test_a_change_of_personal_data_is_told_without_the_values(ledger):
    saved = ledger.awards.save(nominee())
    ledger.awards.save(replace(saved, phone="0911111111"))
    entries = ledger.awards.history(saved.id)
    assert entries[0].changes == (("Dữ liệu cá nhân", "", "đã thay đổi"),)
    told = repr(entries)
    assert not [secret for secret in (*SECRETS, "0911111111") if secret in told]


def test_deleting_restoring_and_undo_stand_in_the_history(ledger):
    saved = ledger.activities.save(activity())
    ledger.activities.delete(saved.id)
    ledger.activities.restore(saved.id)
    ledger.operations.undo()
    assert [one.kind for one in ledger.activities.history(saved.id)] == [
        "undo",
        "restore",
        "delete",
        "create",
    ]


def test_the_history_of_another_record_is_not_in_it(ledger):
    mine = ledger.activities.save(activity("A"))
    ledger.activities.save(activity("B"))
    assert len(ledger.activities.history(mine.id)) == 1
    assert ledger.activities.history("không có") == []


def test_rows_from_before_a_column_was_added_are_still_told(ledger):
    saved = ledger.activities.save(activity("Cũ"))
    ledger._database.execute(
        "UPDATE history SET after = json_remove(after, '$.evidence', '$.programmes') WHERE record_id = ?",
        [saved.id],
    )
    ledger._database._connection.commit()
    assert ("Tên hoạt động", "", "Cũ") in ledger.activities.history(saved.id)[0].changes
    ledger.operations.undo()
    assert ledger.activities.get(saved.id).deleted_at
    assert raw(ledger.path, "SELECT evidence FROM activities") == [("[]",)]
