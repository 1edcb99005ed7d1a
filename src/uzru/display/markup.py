"""HTML and SVG elements whose text is always escaped."""

from __future__ import annotations

import re
from html import escape
from typing import Final

__all__ = ["Markup", "element", "join"]

# What no HTML or XML text may hold: controls other than tab and line breaks, lone surrogates, noncharacters.
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_VOID: Final = frozenset({"br", "hr"})


class Markup(str):
    """Text that is markup already and stands as it is.

    >>> element("b", Markup("<i>fine</i>"))
    '<b><i>fine</i></b>'
    """

    __slots__ = ()


def element(name: str, *children: str | None, **attributes: str | float | None) -> Markup:
    """An element; children that are no `Markup` are escaped, attributes that are None are left out.

    An underscore ends attribute names that Python keeps for itself, and stands for the hyphen in others.

    >>> element("a", "R&D", href='"x"', class_="y", title=None)
    '<a href="&quot;x&quot;" class="y">R&amp;D</a>'
    """
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{shown}>")
    return Markup(f"<{name}{shown}>{join(*children)}</{name}>")


def join(*parts: str | None) -> Markup:
    """Parts of markup and text, one behind the other; the text is escaped.

    >>> join("a < b", element("br"), None)
    'a &lt; b<br>'
    """
    return Markup("".join(part if isinstance(part, Markup) else _text(part) for part in parts if part is not None))


def _text(text: str) -> str:
    return escape(_NOT_TEXT.sub("\ufffd", text))
