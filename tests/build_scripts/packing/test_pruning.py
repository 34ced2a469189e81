"""What nobody uses goes out of the frozen folder, what is used stays, and what must not be there is found."""

import ast
import json
from pathlib import Path

import pytest
from packing import pruning

ROOT = Path(__file__).parents[3]


def _tree(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")


def _left(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_only_what_is_not_used_goes(tmp_path):
    used = [
        "PySide6/Qt6Core.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "resources/theme.qss",
        "docx/templates/default.docx",
    ]
    unused = [
        *(
            "PySide6/opengl32sw.dll",
            "PySide6/translations/qt_de.qm",
            "PySide6/plugins/tls/qopensslbackend.dll",
        ),
        *("PySide6/plugins/platforms/qminimal.dll", "docx/templates/default-docx-template/word/document.xml"),
        "click-8.4.1.dist-info/licenses/LICENSE.txt",
    ]
    _tree(tmp_path, *used, *unused)
    saved = pruning.prune(tmp_path)
    assert [name for name in _left(tmp_path) if "." in name] == sorted(used)
    assert sum(saved.values()) == 5 * len(unused)
    assert saved["PySide6/opengl32sw.dll"] == 5
    assert set(saved) == set(pruning.PRUNED)


def test_empty_folders_go_with_their_files(tmp_path):
    _tree(tmp_path, "PySide6/translations/deep/qt_de.qm", "kept.dll")
    pruning.prune(tmp_path)
    assert _left(tmp_path) == ["kept.dll"]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "numpy/core/x.pyd",
            "pip/__init__.pyc",
            "PySide6/Qt6Quick.dll",
            "PySide6/Qt6Qml.dll",
            "libcrypto-3.dll",
            "icuuc.dll",
            "_ssl.pyd",
        ),
        *("tzdata/zones", "lxml/tests/a.txt", "resources/a.py", "my.sohangviet", "PySide6/opengl32sw.dll"),
    ],
)
def test_what_must_not_be_in_is_named(tmp_path, name):
    _tree(tmp_path, "PySide6/Qt6Core.dll", name)
    assert pruning.wrong(tmp_path) == [name]


def test_what_its_licence_wants_replaceable_stays_source(tmp_path):
    _tree(tmp_path, "docxtpl/template.py", "docx/api.pyc")
    assert pruning.wrong(tmp_path) == ["docx/api.pyc"]
    assert pruning.locked_in(tmp_path) == ["docxtpl"]
    _tree(tmp_path, "docxtpl/__init__.py")
    assert pruning.locked_in(tmp_path) == []


def test_every_pure_library_under_the_lgpl_is_replaceable():
    """Qt and its bindings are shared libraries of their own anyway."""
    table = json.loads((ROOT / "resources" / "licences" / "parts.json").read_text(encoding="utf-8"))
    lesser = {one["name"] for one in table["packages"] if "LGPL" in one["licence"]}
    assert lesser - {"pyside6-essentials", "shiboken6"} == set(pruning.REPLACEABLE)


def test_nothing_of_the_project_falls_under_the_rules():
    """A help page or a plan with an unlucky name must neither vanish nor stop the build."""
    shipped = [
        path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.name != ".DS_Store"
    ]
    names = [Path("resources") / path.relative_to(ROOT / "resources") for path in shipped]
    assert len(names) > 100
    rules = pruning.PRUNED + pruning.FORBIDDEN
    assert [name for name in names if pruning.matching(name, rules)] == []


def test_the_program_imports_nothing_that_is_left_out():
    """PyInstaller would leave it out without a word, and the program would fail when the officer gets there."""
    asked = {
        (module, path.relative_to(ROOT).as_posix())
        for package in ("desktop_app", "ui")
        for path in (ROOT / package).rglob("*.py")
        for module in _imported(path)
    }
    assert ("sqlite3", "desktop_app/storage/database.py") in asked
    wrong = [
        (module, path)
        for module, path in sorted(asked)
        if any(module == out or module.startswith(f"{out}.") for out in pruning.EXCLUDED_MODULES)
    ]
    assert wrong == []


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
