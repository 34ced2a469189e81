"""Layout profiles beside the usual one: the shipped files, an office's own file, and what makes sense in one."""

from collections.abc import Iterator

from desktop_app.domain.layout_choice import USUAL_LAYOUT
from desktop_app.domain.resource_files import bad_file, checked, parse_json, read_json
from desktop_app.report.layout import Layout, PageSize, TextStyle
from desktop_app.resources_path import resource
from desktop_app.vietnamese.text import clean

LARGEST_FILE = 200_000
"""Bytes; the shipped profile has some 4,000."""
_FOLDER = "layout"
_NEEDED = ("name", "title")
_NARROWEST_MM, _LOWEST_MM = 100, 80
"""Smallest text area: a heading of two columns, some lines of text."""
_SIZES_PT = (6, 40)
_SPACINGS = (0.8, 3)
_TALLEST_GAP_MM = 80
_WIDEST_COLUMN_MM = 40
_LONGEST_FONT = 31
"""Characters of a font's name that Word keeps."""
_LONGEST_TITLE = 200
_ROUNDING_MM = 0.5


def shipped_profiles() -> list[str]:
    """Return the names of the shipped profiles, the usual one first; a further file in the folder needs no code."""
    names = sorted(path.stem for path in resource(_FOLDER).glob("*.json"))
    return sorted(names, key=lambda name: name != USUAL_LAYOUT)


def shipped_file(name: str) -> bytes:
    """Return a shipped profile as an officer gets it to change.

    Raises:
        ResourceError: there is none of this name.
    """
    path = resource(_FOLDER, f"{name}.json")
    if name not in shipped_profiles():
        raise bad_file(path.name, "", "chương trình không có bố cục này")
    return path.read_bytes()


def read_profile(data: bytes, file_name: str) -> Layout:
    """Return the profile of an office's file; what it does not say is taken from the usual one.

    Raises:
        ResourceError: the sentence names file, place and fault.
    """
    if len(data) > LARGEST_FILE:
        raise bad_file(file_name, "", "tệp lớn hơn 200 KB, không phải tệp bố cục văn bản")
    own = parse_json(data, file_name)
    if not isinstance(own, dict):
        raise bad_file(file_name, "", "phải là nhóm { } như tệp bố cục có sẵn xuất từ chương trình")
    for key in _NEEDED:
        if not str(own.get(key) or "").strip():
            raise bad_file(file_name, f"“{key}”", "phải đặt tên cho bố cục")
    usual = read_json(resource(_FOLDER, f"{USUAL_LAYOUT}.json"))
    layout = checked(_merged(usual, own), Layout, file_name)
    fault = next(layout_faults(layout), None)
    if fault:
        raise bad_file(file_name, *fault)
    return layout


def layout_faults(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield what cannot be printed in a profile that fits its schema: (place in the file, what is wrong)."""
    for name, page in (("portrait", layout.portrait), ("landscape", layout.landscape)):
        yield from _page_faults(f"“{name}”", page)
    if layout.portrait.width_mm > layout.portrait.height_mm:
        yield "“portrait”", "trang đứng có chiều rộng lớn hơn chiều cao"
    if layout.landscape.width_mm < layout.landscape.height_mm:
        yield "“landscape”", "trang ngang có chiều rộng nhỏ hơn chiều cao"
    yield from _name_faults(layout)
    yield from _block_faults(layout)
    yield from _style_faults(layout)


def _page_faults(place: str, page: PageSize) -> Iterator[tuple[str, str]]:
    height = page.height_mm - page.top_mm - page.bottom_mm
    if page.text_width_mm < _NARROWEST_MM:
        yield (
            place,
            f"lề trái {page.left_mm:g} mm và lề phải {page.right_mm:g} mm chỉ còn {max(page.text_width_mm, 0):g} mm "
            f"cho chữ, cần ít nhất {_NARROWEST_MM} mm",
        )
    if height < _LOWEST_MM:
        yield (
            place,
            f"lề trên {page.top_mm:g} mm và lề dưới {page.bottom_mm:g} mm chỉ còn {max(height, 0):g} mm cho chữ, "
            f"cần ít nhất {_LOWEST_MM} mm",
        )
    if page.page_number_mm >= page.top_mm:
        yield f"{place}, “page_number_mm”", "số trang phải nằm trong lề trên"


def _name_faults(layout: Layout) -> Iterator[tuple[str, str]]:
    if not layout.font_family.strip() or clean(layout.font_family) != layout.font_family:
        yield "“font_family”", "phải ghi tên phông chữ"
    if len(layout.font_family) > _LONGEST_FONT:
        yield "“font_family”", f"tên phông chữ dài quá {_LONGEST_FONT} ký tự, Word không nhận"
    if len(layout.title) > _LONGEST_TITLE or clean(layout.title) != layout.title:
        yield "“title”", f"tên bố cục phải là một dòng chữ, dài nhất {_LONGEST_TITLE} ký tự"


def _block_faults(layout: Layout) -> Iterator[tuple[str, str]]:
    width = layout.portrait.text_width_mm
    for place, block in (("“header”", layout.header), ("“signature”", layout.signature)):
        both = block.left_mm + block.right_mm
        if both > width + _ROUNDING_MM:
            yield place, f"hai cột rộng {both:g} mm, quá {width:g} mm giữa hai lề"
    if layout.signature.name_gap_mm > _TALLEST_GAP_MM:
        yield "“signature”, “name_gap_mm”", f"khoảng ký quá {_TALLEST_GAP_MM} mm"
    if layout.addressee.label_left_mm > width / 2:
        yield "“addressee”, “label_left_mm”", "“Kính gửi:” đứng quá nửa trang"
    if layout.table.min_column_mm > _WIDEST_COLUMN_MM:
        yield "“table”, “min_column_mm”", f"cột hẹp nhất không được quá {_WIDEST_COLUMN_MM} mm"
    if 2 * layout.table.padding_x_mm >= layout.table.min_column_mm:
        yield "“table”, “padding_x_mm”", "lề trong ô không chừa chỗ cho chữ"
    if not _SPACINGS[0] <= layout.line_height_em <= _SPACINGS[1]:
        yield "“line_height_em”", f"phải từ {_SPACINGS[0]} đến {_SPACINGS[1]}"


def _style_faults(layout: Layout) -> Iterator[tuple[str, str]]:
    for name in layout.styles.__struct_fields__:
        style: TextStyle = getattr(layout.styles, name)
        place = f"“styles”, “{name}”"
        if not _SIZES_PT[0] <= style.size_pt <= _SIZES_PT[1]:
            yield f"{place}, “size_pt”", f"cỡ chữ phải từ {_SIZES_PT[0]} đến {_SIZES_PT[1]}"
        if not _SPACINGS[0] <= style.line_spacing <= _SPACINGS[1]:
            yield f"{place}, “line_spacing”", f"giãn dòng phải từ {_SPACINGS[0]} đến {_SPACINGS[1]}"
        if style.first_indent_mm > layout.portrait.text_width_mm / 2:
            yield f"{place}, “first_indent_mm”", "thụt đầu dòng quá nửa trang"


def _merged(usual: object, own: object) -> object:
    """Return a group with what the office says instead of the usual values, group by group."""
    if not isinstance(usual, dict) or not isinstance(own, dict):
        return own
    return {**usual, **{key: _merged(usual.get(key), value) for key, value in own.items()}}
