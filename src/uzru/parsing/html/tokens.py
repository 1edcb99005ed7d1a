"""A web page as texts and tags, whatever is wrong with it, in time linear in its length."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Final, NamedTuple, TypeAlias

__all__ = ["Raw", "Tag", "Token", "attributes", "decode", "tokenize"]

_CHARSET: Final = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.ASCII)
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# A page that says this in ASCII is not in it, or is in what Python alone knows; some of these take quadratic time.
_NEVER_DECLARED: Final = frozenset(
    "utf-7 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be punycode idna unicode-escape"
    " raw-unicode-escape".split()
)
_STOP: Final = re.compile("[>\"']")
_ATTRIBUTE: Final = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_NAME: Final = re.compile(r"[A-Za-z][^\s/>]*")
# What is text to its end tag, whatever it holds.
_RAW: Final = frozenset("script style title textarea iframe xmp noembed noframes".split())


class Tag(NamedTuple):
    """A start or end tag: its name in lower case, and its attributes as they stand."""

    name: str
    attributes: str
    closes: bool


class Raw(NamedTuple):
    """An element whose content is no markup, such as a script."""

    name: str
    attributes: str
    content: str


Token: TypeAlias = str | Tag | Raw


def decode(page: bytes) -> str:
    r"""The text of a page: by its byte order mark, by what it says of itself, as UTF-8, or as Windows-1252.

    >>> decode(b'<meta charset="windows-1251">\xcf\xf3\xf2\xe8\xed')[-5:], decode(b"\xc3\xa9"), decode(b"\xe9")
    ('Путин', 'é', 'é')
    """
    for mark, encoding in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(encoding, "replace")
    declared = _CHARSET.search(page[:4096])
    for encoding in ([declared[1].decode("ascii")] if declared else []) + ["utf-8"]:
        try:
            if codecs.lookup(encoding).name not in _NEVER_DECLARED:
                return page.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return page.decode("cp1252", "replace")


def attributes(tag: Tag | Raw) -> dict[str, str]:
    """The attributes of a tag by their names in lower case; of two with one name, the first.

    >>> attributes(Tag("a", ' href="?a&amp;b" CLASS=x disabled', False))
    {'href': '?a&b', 'class': 'x', 'disabled': ''}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag.attributes):
        value = match[2] or ""
        found.setdefault(match[1].lower(), unescape(value[1:-1] if value[:1] in ("'", '"') else value))
    return found


def tokenize(page: str) -> Iterator[Token]:
    """Texts, with entities resolved, tags, and elements without markup inside; comments are passed over.

    >>> for token in tokenize("<p>R&amp;D<!-- no --><script>1 < 2</script>a < b"):
    ...     print(token)
    Tag(name='p', attributes='', closes=False)
    R&D
    Raw(name='script', attributes='', content='1 < 2')
    Tag(name='script', attributes='', closes=True)
    a < b
    """
    seek = _Seeker(page)
    at = start = 0
    while (opening := page.find("<", at)) >= 0:
        follows = page[opening + 1 : opening + 2]
        if not (follows in ("/", "!", "?") or (follows.isascii() and follows.isalpha())):
            at = opening + 1
            continue
        if opening > start:
            yield unescape(page[start:opening])
        if follows in ("!", "?"):
            comment = page.startswith("<!--", opening)
            end = seek.find("-->", opening + 4) if comment else seek.find(">", opening)
            at = start = len(page) if end < 0 else end + (3 if comment else 1)
            continue
        end = seek.tag_end(opening + 1)
        at = start = end + 1
        name = _NAME.match(page, opening + 1 + (follows == "/"), end)
        if name is None:
            continue
        tag = Tag(name[0].lower(), page[name.end() : end], follows == "/")
        if tag.name in _RAW and not tag.closes:
            content = seek.raw_end(tag.name, at)
            yield Raw(tag.name, tag.attributes, page[at:content])
            at = start = content
        else:
            yield tag
    if start < len(page):
        yield unescape(page[start:])


class _Seeker:
    """Finds ends, and remembers what is nowhere behind, so that no stretch is looked through again and again."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.absent: set[str] = set()

    def find(self, what: str, start: int) -> int:
        if what in self.absent:
            return -1
        found = self.page.find(what, start)
        if found < 0:
            self.absent.add(what)
        return found

    def tag_end(self, start: int) -> int:
        """Where the tag ends: at the first `>` that is not within a quoted value, else at the page's end."""
        if ">" in self.absent:
            return len(self.page)
        at = start
        while stop := _STOP.search(self.page, at):
            if stop[0] == ">":
                return stop.start()
            at = stop.end()
            if self.page[max(start, at - 20) : at - 1].rstrip().endswith("="):
                closing = self.find(stop[0], at)
                at = at if closing < 0 else closing + 1
        self.absent.add(">")
        return len(self.page)

    def raw_end(self, name: str, start: int) -> int:
        if name in self.absent:
            return len(self.page)
        found = _end_tag(name).search(self.page, start)
        if found is None:
            self.absent.add(name)
            return len(self.page)
        return found.start()


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(f"</{name}", re.IGNORECASE)
