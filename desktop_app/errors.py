"""What the user can act on; every other exception is a fault of ours."""


class UserError(Exception):
    """A problem that the user can mend; its text is a whole Vietnamese sentence that says what to do."""


class InvalidValueError(UserError):
    """A value that cannot be taken: what was typed does not mean a number, a date, a text of this field."""


class InvalidRecordError(UserError):
    """A record that cannot be saved as it stands.

    Attributes:
        problems: field name -> Vietnamese sentence, in the order of the form.
    """

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


class ConflictError(UserError):
    """The record was changed or deleted elsewhere since it was read; nothing was written."""


class LedgerFileError(UserError):
    """A ledger file that cannot be used: missing, damaged, newer, not ours, locked, read-only, disk full."""


class HandedOverError(LedgerFileError):
    """The ledger was handed over to a successor: it can be looked at, nothing can be written into it."""


class HandoverError(UserError):
    """A handover that cannot be made as things stand: a password too weak, a name that is taken, changes meanwhile."""


class HandoverFileError(UserError):
    """A handover file that cannot be used: damaged, altered, cut short, newer, not ours, of a ledger that is."""


class WrongPasswordError(HandoverFileError):
    """The file is whole, the password is another one."""


class ResourceError(UserError):
    """A shipped or user-chosen data file (plan, table of units, layout) that does not fit its schema."""


class ReportProblemsError(UserError):
    """The report may not be exported: errors in the data, or warnings without a reason."""


class ExportError(UserError):
    """The report files could not be written (no permission, disk full, folder gone); nothing half written is left."""


class UnexpectedError(UserError):
    """A fault of the program ended a job; what it is was told apart, this only lets the page go on."""


class CancelledError(UserError):
    """The user stopped a long job; nothing was changed."""


class SheetFileError(UserError):
    """A spreadsheet that cannot be read: damaged, locked by a password, no spreadsheet, too large, hostile."""


class ImportProblemsError(UserError):
    """A preview that cannot be written yet: rows with errors, open questions, or a ledger changed since."""


class AttachmentError(UserError):
    """A file that cannot be attached: damaged, empty, too large, of a kind that is not taken."""


class IssueError(UserError):
    """A step of a report (signing, issue, sending, reply, next revision) that cannot be taken as things stand."""


class ReplyFileError(UserError):
    """A reply file that cannot be used: damaged, too large, newer, not ours."""


class ReplyRefusedError(UserError):
    """A reply that is no reply to a report of this ledger: another unit, an unknown revision, a wrong check code."""


class WordFileError(UserError):
    """A Word file that cannot be taken: damaged, locked by a password, of another kind, too large, hostile."""


class TemplateError(WordFileError):
    """A Word template that cannot be filled; the report is written without it."""
