"""A ready e-mail draft with the package attached, for any mail program that opens .eml files."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP


@dataclass(frozen=True)
class EmailDraft:
    """What the officer sends; each part can also be copied by hand.

    Attributes:
        to: address of the province, "" when it is not known.
        attachment: ASCII file name of the package.
    """

    to: str
    subject: str
    body: str
    attachment: str


def write_draft(draft: EmailDraft, package: bytes) -> bytes:
    """Return the .eml file: plain ASCII, opened as a draft where the mail program knows X-Unsent."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["X-Unsent"] = "1"
    if draft.to:
        message["To"] = draft.to
    message["Subject"] = draft.subject
    message.set_content(draft.body)
    message.add_attachment(package, maintype="application", subtype="zip", filename=draft.attachment)
    # A fixed boundary: the same report gives the same draft.
    message.set_boundary(f"=_{draft.attachment.removesuffix('.zip')}_=")
    return message.as_bytes()
