"""Who signs the report and how: the fields that the office needs, and the lines as they will be printed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.domain import signing
from desktop_app.domain.labels.office import OFFICE
from desktop_app.domain.records.office import Office, Signing, UnitLevel
from ui.widgets.card import Card, label
from ui.widgets.fields import fields_grid
from ui.widgets.form_field import FormField

_PREVIEW = "Sẽ in ở cuối báo cáo:"
_SEAL = "(ký, đóng dấu)"
_NO_NAME = "(Họ và tên)"
_FLAGS = ("short_signing", "post_above_name")


class SigningCard(Card):
    """The fields of the signature; those that say nothing for an office are hidden."""

    def __init__(self, fields: Mapping[str, FormField], parent: QWidget | None = None) -> None:
        super().__init__("Ký báo cáo", parent=parent)
        self._fields = fields
        grid = fields_grid(
            fields,
            {
                "signing": (0, 0, 1),
                "signer_name": (0, 1, 1),
                "head_title": (1, 0, 2),
                "signer_title": (2, 0, 2),
                "signer_post": (3, 0, 2),
            },
        )
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.content.addLayout(grid)
        self._flags: dict[str, QWidget] = {}
        for name in _FLAGS:
            self._flags[name] = flag_row(self, fields[name])
            self.content.addWidget(self._flags[name])
        self._above, self._below = label("", strong=True, wrap=True), label("", strong=True, wrap=True)
        self._above.setObjectName("signing_preview")
        self._below.setObjectName("signing_preview_name")
        self.content.addWidget(label(_PREVIEW, tone="muted", size="small"))
        for line in (self._above, label(_SEAL, tone="muted", size="small"), self._below):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.content.addWidget(line)

    def show_signing(self, office: Office) -> None:
        """Show what the office needs for its way of signing, and the lines that follow."""
        is_body = office.level is UnitLevel.MEMBER_BODY
        heads = (Signing.HEAD, Signing.ACTING)
        self._fields["head_title"].setVisible(is_body)
        self._fields["signer_title"].setVisible(office.signing not in heads)
        self._flags["short_signing"].setVisible(office.signing is Signing.DEPUTY and not is_body)
        self._flags["post_above_name"].setVisible(signing.has_committee_seal(office))
        post, name = signing.other_post(office, office.signer_post), office.signer_name or _NO_NAME
        under = (post, name) if office.post_above_name else (name, post)
        self._above.setText("\n".join(signing.authority_lines(office, office.signer_post)))
        self._below.setText("\n".join(filter(None, under)))

    def preview(self) -> list[str]:
        """Return the lines as they are shown, without the room for seal and hand."""
        return f"{self._above.text()}\n{self._below.text()}".split("\n")


def flag_row(owner: QWidget, field: FormField) -> QFrame:
    """Return a box to tick with its help below; the empty frame of its field is kept out of sight."""
    field.setParent(owner)
    field.hide()
    row = QFrame(owner)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(field.editor)
    column.addWidget(label(OFFICE[field.name].help, tone="muted", size="small", wrap=True))
    return row
