"""Who signs a paper of the office, for reports, plans and award papers alike."""

from desktop_app.domain import signing
from desktop_app.domain.records.office import Office
from desktop_app.report.model import Signature


def signature(office: Office, name: str = "", post: str = "") -> Signature:
    """Return the signature block of the office.

    Args:
        office: its way of signing, its usual signer.
        name: of another signer of this one paper; empty means the usual one.
        post: of that signer in the agency; empty means the usual one.
    """
    post = post or office.signer_post
    return Signature(
        authority_lines=signing.authority_lines(office, post),
        name=name or office.signer_name,
        post=signing.other_post(office, post),
        post_above=office.post_above_name,
    )
