"""Xem gói báo cáo in a real window: what is shown, what opens, what is said of no package."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QScrollArea

from desktop_app.exchange.package_contents import unpacked
from desktop_app.ledger import create_sample_ledger
from desktop_app.ledger import package_desk as desk
from tests.ui.conftest import fixed_clock
from ui.dialogs.package_dialog import PackageDialog, open_package


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gói")
    with create_sample_ledger(folder / "Sổ mẫu.sohangviet", clock=fixed_clock) as ledger:
        result = ledger.export(ledger.reports.period(2023), folder / "out", reason="Thử")
        yield result.package, ledger


@pytest.fixture
def package(exported) -> Path:
    return exported[0]


@pytest.fixture
def sample(exported):
    return exported[1]


@pytest.fixture
def altered(package, tmp_path) -> Path:
    path = tmp_path / "Gói đã sửa.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in unpacked(package.read_bytes(), package.name).items():
            archive.writestr(name, content + b" " if name == "BaoCao.docx" else content)
    return path


@pytest.fixture
def shown(qtbot):
    """Show the dialog of a package; return it with the files that it opens."""
    opened_files: list[Path] = []

    def show(path, ledger=None, *, opens=True):
        opened = desk.open_package(path)
        origin = desk.origin_of(opened, ledger) if ledger else None
        dialog = PackageDialog(opened, origin, open_file=lambda file: opened_files.append(file) or opens)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog, opened_files

    return show


def texts(dialog):
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def openers(dialog):
    return {
        one.objectName() for one in dialog.findChildren(QPushButton) if one.objectName().startswith("open_")
    }


def test_a_whole_package_tells_its_report_and_opens(shown, package, sample):
    dialog, files = shown(package, sample)
    told = texts(dialog)
    for words in ("Báo cáo năm 2023 – huyện Hàm Thuận Bắc", "MAU-HTB", "Chưa phát hành", "Nguyên vẹn",
                  "đã xuất đúng gói này", "45 hoạt động", "12.230 lượt người dự", "chưa có chữ ký số"):  # fmt: skip
        assert words in told, words
    assert openers(dialog) == {"open_pdf_button", "open_word_button", "open_excel_button"}
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "open_pdf_button")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert [one.name for one in files] == ["BaoCao.pdf"]
    with zipfile.ZipFile(package) as archive:
        assert files[0].read_bytes() == archive.read("BaoCao.pdf")


def test_it_needs_no_ledger(shown, package):
    dialog, _ = shown(package)
    assert "Báo cáo năm 2023" in texts(dialog)
    assert "Sổ đang mở" not in texts(dialog)


def test_an_altered_file_is_named_and_does_not_open(shown, altered, sample):
    dialog, _ = shown(altered, sample)
    told = texts(dialog)
    assert "đã bị thay đổi sau khi xuất: BaoCao.docx" in told
    assert "không còn như khi xuất" in told
    assert openers(dialog) == {"open_pdf_button", "open_excel_button"}


def test_files_are_saved_and_the_dialog_stays(shown, package, tmp_path, monkeypatch):
    dialog, _ = shown(package)
    folder = tmp_path / "Lưu vào đây"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    QTest.mouseClick(dialog.findChild(QPushButton, "save_files_button"), Qt.MouseButton.LeftButton)
    assert sorted(one.name for one in folder.iterdir()) == ["BaoCao.docx", "BaoCao.pdf", "SoLieu.xlsx"]
    assert dialog.message() == f"Đã lưu 3 tệp vào “{folder}”."
    assert dialog.isVisible()


def test_a_folder_that_refuses_is_said(shown, package, tmp_path):
    dialog, _ = shown(package)
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    dialog.save_into(tmp_path / "tệp")
    assert "không phải thư mục" in dialog.message()


def test_a_computer_that_opens_nothing_is_told(shown, package):
    dialog, files = shown(package, opens=False)
    dialog.findChild(QPushButton, "open_excel_button").click()
    assert len(files) == 1
    assert "không mở được “SoLieu.xlsx”" in dialog.message()


def test_all_of_it_can_be_read_by_keyboard_on_a_low_screen(shown, package):
    dialog, _ = shown(package)
    dialog.resize(600, 400)
    scroll = dialog.findChild(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    reached = []
    for _ in range(8):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert scroll in reached
    QTest.keyClick(scroll, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0


def test_long_strange_names_do_not_widen_it(shown, package, tmp_path):
    path = tmp_path / "g.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in unpacked(package.read_bytes(), package.name).items():
            archive.writestr(name, content)
        for number in range(60):
            archive.writestr(f"{'W' * 70}{number}", b"x")
    dialog, _ = shown(path)
    dialog.resize(600, 400)
    scroll = dialog.findChild(QScrollArea)
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    assert "và 54 tệp khác" in texts(dialog)


def answer_box(seen):
    """Read and close the box that is about to open."""

    def act():
        box = QApplication.activeModalWidget()
        seen.append((type(box), box.text() if isinstance(box, QMessageBox) else box.windowTitle()))
        box.close()

    QTimer.singleShot(0, act)


def test_what_is_no_package_is_said_in_a_sentence(dressed, tmp_path):
    path = tmp_path / "ảnh chụp.zip"
    path.write_bytes(b"no zip at all")
    seen = []
    answer_box(seen)
    open_package(path, None, None)
    ((kind, sentence),) = seen
    assert kind is QMessageBox
    assert "“ảnh chụp.zip” không phải gói báo cáo" in sentence


def test_a_package_opens_until_it_is_closed(dressed, package, sample):
    seen = []
    answer_box(seen)
    open_package(package, sample, None)
    assert seen == [(PackageDialog, "Xem gói báo cáo")]
