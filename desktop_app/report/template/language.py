"""What may stand in braces in a template: known names, `if`, `for` over known lists; checked before anything runs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from desktop_app.domain.word_template import BLOCKS, LISTS, PLACEHOLDERS, WORDS
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

LONGEST_TAG = 300
DEEPEST = 4
DEEPEST_LOOP = 2

_BLOCKS = {one.name for one in BLOCKS}
_WORDS = {one.name for one in WORDS}
_LISTS = {one.name for one in LISTS}
_ALL = [one.name for one in PLACEHOLDERS]
_LOOP_FACTS = {"index", "first", "last"}
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENS = re.compile(r"\{%-?\s*(?:for|if)\b")
_CLOSES = re.compile(r"\{%-?\s*end(?:for|if)\b")
_MARKUP = re.compile(r"<[^>]+>")
_MOST_WORDS_SHOWN = 60


def _upper(text: object) -> str:
    return str(text).upper()


def _lower(text: object) -> str:
    return str(text).lower()


_FILTERS = {"upper": _upper, "lower": _lower, "in_hoa": _upper, "in_thuong": _lower}


def environment() -> SandboxedEnvironment:
    """Return the sandbox in which templates are filled: every value is escaped, nothing can be called."""
    made = SandboxedEnvironment(autoescape=True)
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(_FILTERS)
    return made


def in_lines(markup: str) -> str:
    """Return the markup with each paragraph on a line of its own, so that a line tells where something stands."""
    return re.sub(r"</w:p>", "</w:p>\n", re.sub(r"<w:p([ >])", r"\n<w:p\1", markup))


def from_lines(markup: str) -> str:
    """Take the lines of `in_lines` back."""
    return re.sub(r"</w:p>\n", "</w:p>", re.sub(r"\n<w:p([ >])", r"<w:p\1", markup))


@dataclass
class Inspection:
    """What was found in one part of a template: sentences about faults, and the names that it uses."""

    problems: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def inspect(source: str, place: str, *, is_body: bool) -> Inspection:
    """Check one part without running it.

    Args:
        source: its markup, cleaned by docxtpl, in lines.
        place: where it is, for sentences ("thân văn bản", "đầu trang").
        is_body: blocks may stand in it.
    """
    found = Inspection()
    tags = _TAG.findall(source)
    if _deepest(tags) > DEEPEST:
        found.problems.append(
            f"Các lệnh if, for trong {place} lồng nhau quá {DEEPEST} lớp; hãy viết đơn giản hơn."
        )
    elif any(len(tag) > LONGEST_TAG for tag in tags):
        long = shorten(next(_text(tag) for tag in tags if len(tag) > LONGEST_TAG), _MOST_WORDS_SHOWN)
        found.problems.append(
            f"Chỗ “{long}” trong {place} quá dài; hãy kiểm tra dấu }}}} hoặc %}} còn thiếu."
        )
    if found.problems:
        return found
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        words = _words_at(source.split("\n"), error.lineno)
        found.problems.append(
            f"Từ khóa ở đoạn “{words}” ({place}) viết chưa đúng; hãy kiểm tra đủ dấu "
            "{{ }}, {% %} và đủ endif, endfor."
        )
        return found
    _Inspector(found, source, place, is_body).walk(tree.body, frozenset(), 0)
    return found


def _deepest(tags: Iterable[str]) -> int:
    depth = deepest = 0
    for tag in tags:
        depth += bool(_OPENS.match(tag)) - bool(_CLOSES.match(tag))
        deepest = max(deepest, depth)
    return deepest


def _text(markup: str) -> str:
    return " ".join(_MARKUP.sub("", markup).split())


def _words_at(lines: Sequence[str], line: int | None) -> str:
    return shorten(_text(lines[line - 1]) if line and line <= len(lines) else "", _MOST_WORDS_SHOWN)


class _Inspector:
    """Walks over the tree of one part; what is not known to be harmless is a fault."""

    def __init__(self, found: Inspection, source: str, place: str, is_body: bool) -> None:
        self._found, self._place, self._is_body = found, place, is_body
        self._lines = source.split("\n")

    def walk(self, statements: Iterable[nodes.Node], scope: frozenset[str], loops: int) -> None:
        """Check statements; `scope` are the names that loops around them give, `loops` how many there are."""
        for node in statements:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        if not isinstance(part, nodes.TemplateData):
                            self._printed(part, scope, loops)
                case nodes.If():
                    self._expression(node.test, scope)
                    self.walk([*node.body, *node.elif_, *node.else_], scope, loops)
                case nodes.For():
                    self._loop(node, scope, loops)
                case _:
                    self._fault(node, "dùng lệnh không được phép; chỉ dùng được if và for")

    def _loop(self, node: nodes.For, scope: frozenset[str], loops: int) -> None:
        known = isinstance(node.iter, nodes.Name) and node.iter.name in _LISTS
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        if not known or node.recursive or node.test is not None:
            self._fault(node, f"lặp qua thứ không được phép; chỉ lặp được qua {', '.join(sorted(_LISTS))}")
        elif not target or target in _ALL or target == "loop" or target in scope:
            self._fault(node, "đặt tên dòng lặp trùng với từ khóa; hãy dùng tên “dong”")
        elif loops >= DEEPEST_LOOP:
            self._fault(node, f"lồng quá {DEEPEST_LOOP} vòng lặp")
        else:
            self._found.used.add(node.iter.name)  # type: ignore[attr-defined]
            self.walk(node.body, scope | {target, "loop"}, loops + 1)
            self.walk(node.else_, scope, loops)

    def _printed(self, node: nodes.Expr, scope: frozenset[str], loops: int) -> None:
        name = node.name if isinstance(node, nodes.Name) else ""
        if name in _LISTS and name not in scope:
            self._fault(
                node,
                f"in cả danh sách; hãy viết {{%p for dong in {name} %}}, {{{{ dong }}}}, {{%p endfor %}}",
            )
        elif name in _BLOCKS and name not in scope:
            self._block(node, name, loops)
        else:
            self._expression(node, scope)

    def _block(self, node: nodes.Expr, name: str, loops: int) -> None:
        self._found.used.add(name)
        if not self._is_body:
            self._fault(
                node, f"đặt khối “{name}” ngoài thân văn bản; đầu trang, chân trang chỉ dùng được từ ngữ"
            )
        elif loops:
            self._fault(node, f"đặt khối “{name}” trong vòng lặp")
        elif not re.fullmatch(rf"\{{\{{-?\s*{name}\s*-?\}}\}}", _text(self._lines[node.lineno - 1])):
            self._fault(node, f"đặt khối “{name}” chung với chữ khác; khối phải đứng riêng một đoạn")

    def _expression(self, node: nodes.Node, scope: frozenset[str]) -> None:
        match node:
            case nodes.Name():
                self._name(node, scope)
            case nodes.Const(value=str() | int() | bool() | None):
                pass
            case nodes.And() | nodes.Or():
                self._expression(node.left, scope)
                self._expression(node.right, scope)
            case nodes.Not():
                self._expression(node.node, scope)
            case nodes.Compare() if all(one.op in ("eq", "ne") for one in node.ops):
                for one in (node.expr, *(operand.expr for operand in node.ops)):
                    self._expression(one, scope)
            case nodes.Filter() if self._is_plain_filter(node):
                self._expression(node.node, scope)  # type: ignore[arg-type]
            case nodes.Getattr(node=nodes.Name(name="loop")) if "loop" in scope and node.attr in _LOOP_FACTS:
                pass
            case _:
                self._fault(node, "dùng phép tính, hàm hoặc thuộc tính không được phép")

    def _is_plain_filter(self, node: nodes.Filter) -> bool:
        has_arguments = node.args or node.kwargs or node.dyn_args or node.dyn_kwargs
        is_block = isinstance(node.node, nodes.Name) and node.node.name in _BLOCKS | _LISTS
        return node.name in _FILTERS and node.node is not None and not has_arguments and not is_block

    def _name(self, node: nodes.Name, scope: frozenset[str]) -> None:
        if node.name in scope - {"loop"}:
            return
        if node.name in _WORDS | _BLOCKS | _LISTS:
            self._found.used.add(node.name)
            return
        near = get_close_matches(fold(node.name).replace(" ", "_"), _ALL, 1, 0.5)
        advice = f"; có phải là “{near[0]}”?" if near else "."
        where = f"đoạn “{_words_at(self._lines, node.lineno)}”, {self._place}"
        self._found.problems.append(f"Không có từ khóa “{shorten(node.name, 40)}” ({where}){advice}")

    def _fault(self, node: nodes.Node, what: str) -> None:
        where = f"“{_words_at(self._lines, node.lineno)}” ({self._place})"
        self._found.problems.append(f"Đoạn {where} {what}.")


def in_order(used: Iterable[str]) -> Iterator[str]:
    """Yield names in the order in which they are explained."""
    names = set(used)
    return (name for name in _ALL if name in names)
