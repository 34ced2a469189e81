"""Packs the frozen folder into the zip for a USB stick."""

import zipfile
from pathlib import Path

from packing.names import MARKER, Names

_DAY = (2026, 1, 1, 0, 0, 0)
"""One day for every file: the same program gives the same zip."""

MARKER_TEXT = """Tệp này cho biết chương trình được mang theo trên USB hoặc đặt trong một thư mục, không cài đặt.

Khi còn tệp này, sổ và thiết lập được giữ ngay trong thư mục của chương trình:
  - “Sổ”: nơi lưu sổ;
  - “Du lieu”: thiết lập của chương trình.

Muốn mang sang máy khác, hãy sao chép cả thư mục. Đừng xóa tệp này.
"""


def pack(folder: Path, out: Path, names: Names) -> Path:
    """Write the zip of `folder` with the marker file into `out`; return the zip's path.

    Args:
        folder: The frozen, pruned program.
        out: The folder that gets `names.portable`; it holds one folder, `names.program`.
        names: Names and version of the build.
    """
    out.mkdir(parents=True, exist_ok=True)
    target = out / names.portable
    building = target.with_name(f"{target.name}.tmp")
    with zipfile.ZipFile(building, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in _files(folder):
            packed.writestr(_entry(f"{names.program}/{name}"), (folder / name).read_bytes())
        # With a mark at its start, old editors of Windows see that it is UTF-8.
        text = MARKER_TEXT.replace("\n", "\r\n").encode("utf-8-sig")
        packed.writestr(_entry(f"{names.program}/{MARKER}"), text)
    building.replace(target)
    return target


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
