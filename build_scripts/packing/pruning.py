"""What PyInstaller brings along and the program never uses is taken out of the frozen folder, and that is checked."""

from fnmatch import fnmatchcase
from pathlib import Path

EXCLUDED_MODULES = (
    # Tools that libraries can use when they are there (sqlite-utils: pip, pandas; Pillow and docxtpl: numpy, tkinter).
    *("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils", "wheel", "packaging"),
    *("pandas", "numpy", "tkinter", "IPython", "pygments", "rich", "readline"),
    # Of the workshop.
    *(
        "pytest",
        "_pytest",
        "pytestqt",
        "hypothesis",
        "mypy",
        "ruff",
        "importlinter",
        "grimp",
        "openpyxl",
        "pypdf",
    ),
    *("PyInstaller", "unittest", "doctest", "pdb", "pydoc", "lib2to3", "test", "xmlrpc"),
    # The network: nothing of it is ever called. hashlib computes SHA-256 without OpenSSL.
    *("ssl", "_ssl", "_hashlib", "asyncio", "ftplib", "smtplib", "imaplib", "poplib", "multiprocessing"),
    # Parts of used libraries that nothing here asks for.
    *("lxml.objectify", "lxml.html", "lxml.isoschematron", "lxml.cssselect", "PIL._avif", "PIL._imagingft"),
    *("PIL.ImageTk", "PIL.ImageQt", "pypdfium2_cli", "tzdata", "charset_normalizer", "tabulate"),
    *(
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "PySide6.QtQuickWidgets",
        "PySide6.QtDesigner",
        "PySide6.QtUiTools",
    ),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtHelp"),
    *("PySide6.QtDBus", "PySide6.QtConcurrent", "PySide6.QtXml", "PySide6.QtSvgWidgets"),
)
"""Modules that PyInstaller must not follow."""

PRUNED = (
    "PySide6/opengl32sw.dll",  # drawing in software for 3D; widgets paint without OpenGL
    "PySide6/translations/*",  # none is Vietnamese; the texts stand in resources/qt_vi.json
    "PySide6/plugins/generic/*",  # pens and touch of embedded devices
    "PySide6/plugins/networkinformation/*",
    "PySide6/plugins/tls/*",
    "PySide6/plugins/styles/*",  # the window has the style Fusion, which is in Qt6Widgets
    "PySide6/plugins/platforms/qdirect2d.dll",
    "PySide6/plugins/platforms/qminimal.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
    # Photos are made JPEG when they are stored; PNG and BMP are in Qt6Gui, qwebp and qgif never needed.
    *(f"PySide6/plugins/imageformats/q{name}.dll" for name in ("gif", "icns", "tga", "tiff", "wbmp", "webp")),
    "*.dist-info/*",  # licence texts are in resources/licences; nothing asks for versions
    "docx/templates/default-docx-template/*",  # the same as default.docx, unzipped
)
"""Files below `_internal` that go, as patterns in which * also stands for slashes."""

FORBIDDEN = (
    *("pip/*", "*/pip/*", "setuptools/*", "*pandas*", "*numpy*", "*pytest*", "*mypy*", "*hypothesis*"),
    *("tkinter/*", "tzdata/*", "*.dist-info/*", "*Qml*", "*Quick*", "*Designer*", "*opengl32sw*"),
    *("*icudt*", "*icuuc*", "*tls/*", "*libcrypto*", "*libssl*", "_ssl*", "*/tests/*", "*/test/*"),
    *("*.py", "*.pyc", "*.pyi", "*.sohangviet", "*__pycache__*"),
)
"""What must not be in the finished folder, whoever brings it."""


REPLACEABLE = ("docxtpl",)
"""Pure libraries under the LGPL: whoever uses the program may put another version in their place."""


def prune(inside: Path) -> dict[str, int]:
    """Delete what stands in `PRUNED` from `inside` (the folder `_internal`), and folders that are empty then.

    Returns:
        Pattern -> bytes that it saved; a pattern that found nothing has 0.
    """
    saved = dict.fromkeys(PRUNED, 0)
    for file in _files(inside):
        pattern = matching(file.relative_to(inside), PRUNED)
        if pattern:
            saved[pattern] += file.stat().st_size
            file.unlink()
    # The deepest first, so that a folder of empty folders goes too.
    for folder in sorted((one for one in inside.rglob("*") if one.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return saved


def wrong(inside: Path) -> list[str]:
    """Return the files below `inside` that must not be there."""
    allowed = tuple(f"{name}/*.py" for name in REPLACEABLE)
    names = [file.relative_to(inside) for file in _files(inside)]
    return [name.as_posix() for name in names if matching(name, FORBIDDEN) and not matching(name, allowed)]


def locked_in(inside: Path) -> list[str]:
    """Return the libraries that must be replaceable and do not lie below `inside` as files."""
    return [name for name in REPLACEABLE if not (inside / name / "__init__.py").is_file()]


def matching(path: Path, patterns: tuple[str, ...]) -> str:
    """Return the first pattern that a path below `_internal` falls under, "" if none."""
    name = path.as_posix()
    return next((pattern for pattern in patterns if fnmatchcase(name, pattern)), "")


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
