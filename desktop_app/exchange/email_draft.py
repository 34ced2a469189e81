"""A ready e-mail draft with the package attached, for any mail program that opens .eml files."""

import base64
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from desktop_app.exchange.export_result import EmailDraft


def write_draft(draft: EmailDraft, package: bytes) -> bytes:
    """Return the .eml file: plain ASCII, opened as a draft where the mail program knows X-Unsent."""
    # Not EmailMessage: its way of folding long subjects loses the spaces between encoded words.
    message = MIMEMultipart("mixed", boundary=f"=_{draft.attachment.removesuffix('.zip')}_=")
    message["X-Unsent"] = "1"
    if draft.to:
        message["To"] = draft.to if draft.to.isascii() else Header(draft.to, "utf-8").encode()
    message["Subject"] = Header(draft.subject, "utf-8", header_name="Subject").encode()
    message.attach(MIMEText(draft.body, "plain", "utf-8"))
    attachment = MIMEApplication(b"", "zip")
    attachment.add_header("Content-Disposition", "attachment", filename=draft.attachment)
    message.attach(attachment)
    written = message.as_bytes(policy=message.policy.clone(linesep="\r\n"))
    # The library goes through an attachment line by line; for megabytes that takes longer than making them.
    head, end, tail = written.rpartition(b"\r\n--")
    return head + base64.encodebytes(package).replace(b"\n", b"\r\n") + end + tail
