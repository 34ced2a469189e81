"""Files dropped from the file manager anywhere onto a widget, also onto its input fields."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import mark

_TARGET = "takes_files"


class FileDrop(QObject):
    """Watches a widget and everything in it that takes drops.

    Input fields take dropped text themselves, and the path of a file would land in them as text; files
    therefore go past them to here. Text goes on into the fields.

    Attributes:
        dropped: paths of the files.
    """

    dropped = Signal(list)

    def __init__(self, target: QWidget, takes: Callable[[str], bool] | None = None) -> None:
        """Watch a widget.

        Args:
            target: the widget.
            takes: tells of a file whether it is wanted here; every file by default.
        """
        super().__init__(target)
        self._target, self._takes = target, takes
        target.setProperty(_TARGET, True)
        target.setAcceptDrops(True)
        target.installEventFilter(self)
        self.watch_fields()

    def watch_fields(self) -> None:
        """Watch the fields that were made since the last call; those in the middle of another target belong to it."""
        for field in self._target.findChildren(QWidget):
            if field.acceptDrops() and self._is_nearest(field):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; leave everything else alone."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._show(active=False)
            return False
        if not isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return False
        paths = [one for one in local_files(event.mimeData()) if self._takes is None or self._takes(one)]
        if not paths:
            return False
        if kind == QEvent.Type.DragEnter:
            self.watch_fields()
            self._show(active=True)
        elif kind == QEvent.Type.Drop:
            self._show(active=False)
            self.dropped.emit(paths)
        event.acceptProposedAction()
        return True

    def _is_nearest(self, field: QWidget) -> bool:
        nearest: QWidget | None = field
        while nearest is not None and not nearest.property(_TARGET):
            nearest = nearest.parentWidget()
        return nearest is self._target

    def _show(self, *, active: bool) -> None:
        if isinstance(
            self._target, QFrame
        ):  # only cards look different; styling a whole window again takes long
            mark(self._target, drop=active)


def local_files(data: QMimeData) -> list[str]:
    """Return the paths of the files that are dragged or copied, none for text and web addresses."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
