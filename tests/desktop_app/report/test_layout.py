import json
from pathlib import Path

import msgspec
import pytest

from desktop_app.errors import ResourceError
from desktop_app.report import layout as layout_module
from desktop_app.report.layout import Layout, load_layout
from desktop_app.resources_path import resource


def test_shipped_profile_keeps_to_the_decree() -> None:
    layout = load_layout()
    page = layout.portrait
    assert (page.width_mm, page.height_mm) == (210, 297)
    assert 20 <= page.top_mm <= 25
    assert 20 <= page.bottom_mm <= 25
    assert 30 <= page.left_mm <= 35
    assert 15 <= page.right_mm <= 20
    styles = layout.styles
    assert 12 <= styles.national_name.size_pt <= 13
    assert styles.body.size_pt in (13, 14)
    assert styles.body.first_indent_mm in (10, 12.7)
    assert styles.body.space_before_pt >= 6
    assert (styles.recipients.size_pt, styles.recipients_title.size_pt) == (11, 12)
    assert styles.date_line.italic
    assert styles.kind_name.bold
    assert 1 / 3 <= layout.rule.issuer_share <= 1 / 2
    assert layout.header.left_mm + layout.header.right_mm == page.text_width_mm


def test_missing_profile_is_told() -> None:
    with pytest.raises(ResourceError, match="không_có"):
        load_layout("không_có")


@pytest.mark.parametrize("change", [{"colour": "red"}, {"line_height_em": -1}, {"styles": {}}])
def test_wrong_profile_is_told(change: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.loads(resource("layout", "mttq_nd30.json").read_text(encoding="utf-8")) | change
    tmp_path.joinpath("x.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr(layout_module, "resource", lambda _, name: tmp_path / name)
    with pytest.raises(ResourceError, match="sai cấu trúc"):
        load_layout("x")


def test_profile_is_frozen() -> None:
    with pytest.raises(AttributeError):
        load_layout().name = "khác"  # type: ignore[misc]


def test_levels_below_the_third_look_like_it() -> None:
    styles = load_layout().styles
    assert styles.heading(7) is styles.heading_3
    assert styles.heading(0) is styles.heading_1
    assert isinstance(load_layout(), Layout)
    assert msgspec.json.decode(msgspec.json.encode(load_layout()), type=Layout) == load_layout()
