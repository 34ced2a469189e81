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
    return head + _lines(base64.b64encode(package)) + end + tail


def _lines(text: bytes) -> bytes:
    """Return a long text in lines of 76 characters (RFC 2045), each with its end."""
    return b"".join(text[start : start + 76] + b"\r\n" for start in range(0, len(text), 76))
