"""The draft is plain ASCII and opens with Vietnamese subject, text and the package attached."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from desktop_app.exchange.email_draft import write_draft
from desktop_app.exchange.export_result import EmailDraft

PACKAGE = bytes(range(256)) * 20
DRAFT = EmailDraft(
    to="mattran-tinh@example.invalid",
    subject="Báo cáo kết quả thực hiện Cuộc vận động 6 tháng đầu năm 2023 - huyện Hàm Thuận Bắc, tỉnh Bình Thuận",
    body="Kính gửi: Ban Thường trực.\n\nTrân trọng./.\n\n.\nFrom Đào\n" + "Một dòng rất dài " * 100,
    attachment="BC_MAU-HTB_2023_6T_L1_ABCDEFGHJK.zip",
)


def opened(content):
    return message_from_bytes(content, policy=policy.default)


def test_the_file_is_ascii_with_short_lines():
    content = write_draft(DRAFT, PACKAGE)
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_it_decodes_to_what_was_written():
    message = opened(write_draft(DRAFT, PACKAGE))
    assert message["Subject"] == DRAFT.subject
    assert message["To"] == DRAFT.to
    assert message["X-Unsent"] == "1"
    body, attachment = message.iter_parts()
    assert body.get_content().replace("\r\n", "\n").rstrip("\n") == DRAFT.body.rstrip("\n")
    assert attachment.get_content() == PACKAGE
    assert attachment.get_filename() == DRAFT.attachment
    assert attachment.get_content_type() == "application/zip"


def test_the_same_draft_gives_the_same_bytes():
    assert write_draft(DRAFT, PACKAGE) == write_draft(DRAFT, PACKAGE)


def test_without_an_address_the_officer_fills_it_in():
    assert opened(write_draft(EmailDraft("", "A", "B", "c.zip"), b""))["To"] is None


@pytest.mark.parametrize(
    "address", ["đào@ví-dụ.vn", "Nguyễn Thị Đào <a@b.vn>", "a@b.vn, c@d.vn", "không phải địa chỉ", "<>"]
)
def test_no_address_breaks_the_draft(address):
    content = write_draft(EmailDraft(address, "Chủ đề", "Thân", "c.zip"), PACKAGE)
    assert content.isascii()
    assert opened(content)["Subject"] == "Chủ đề"
    assert next(iter(opened(content).iter_attachments())).get_content() == PACKAGE


def test_nothing_typed_becomes_a_header_of_its_own(sample):
    sample.save_office(
        replace(sample.office, recipient_email="a@b.vn\r\nBcc: ai@khac.vn", unit_name="huyện\nX-Evil: 1")
    )
    draft = EmailDraft(sample.office.recipient_email, sample.office.unit_name, "", "c.zip")
    assert opened(write_draft(draft, b"")).keys() == opened(write_draft(DRAFT, b"")).keys()
