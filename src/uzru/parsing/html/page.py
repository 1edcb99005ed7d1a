"""A web page as lines of text, each with what its markup says of it, and what the page says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from uzru.knowledge import Knowledge
from uzru.parsing.html.tokens import Raw, Tag, attributes, tokenize

__all__ = ["Line", "Marks", "WebPage", "read_page"]

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_MAIN = frozenset({"article", "main"})
# A start tag of the first closes an open element of the second, if that is the innermost.
_CLOSED_BY = {"li": "li", "dt": "dd", "dd": "dt", "tr": "tr", "td": "td", "th": "td"}


@attrs.define
class Line:
    """A line of text.

    Attributes:
        text: the text, on one line.
        tag: the innermost block that holds it.
        kind: what a mark says it is; empty if none does.
        body: whether it stands in an element that is marked as the report's body.
        main: whether it stands in an `article` or `main`.
        url: the address of the first link in it.
        linked: how many of its characters are links.
    """

    text: str
    tag: str
    kind: str
    body: bool
    main: bool
    url: str | None
    linked: int


@attrs.define
class WebPage:
    """What was read.

    Attributes:
        lines: the visible text.
        meta: the content of `meta` elements by name or property, in lower case.
        data: the content of JSON-LD scripts.
        title: of the window.
        canonical: the page's own address.
        language: of the page.
        moments: the values of `time` elements, those first that say when it was published.
        depth: how deep elements are nested.
    """

    lines: list[Line] = attrs.Factory(list)
    meta: dict[str, str] = attrs.Factory(dict)
    data: list[str] = attrs.Factory(list)
    title: str = ""
    canonical: str | None = None
    language: str | None = None
    moments: list[str] = attrs.Factory(list)
    depth: int = 0


class Marks:
    """What the table of marks says of an element.

    >>> Marks(Knowledge()).kind("div", {"class": "media-block also-read"})
    'related'
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._kinds = dict(knowledge.mapping("html-marks", "kind"))

    def kind(self, name: str, held: Mapping[str, str]) -> str:
        """The kind that an element's id, else one of its classes, else its name stands for; empty if none does."""
        return self.own_kind(held) or self._kinds.get(name, "")

    def own_kind(self, held: Mapping[str, str]) -> str:
        """The kind that its id, else one of its classes stands for."""
        marks = [f"#{held['id'].lower()}"] if held.get("id") else []
        marks += [f".{one}" for one in held.get("class", "").lower().split()]
        return next((self._kinds[mark] for mark in marks if mark in self._kinds), "")


def read_page(page: str, marks: Marks) -> WebPage:
    """Read a page.

    >>> page = read_page("<title>Mint</title><p>A <b>mint</b> opened.<p>It closed.", Marks(Knowledge()))
    >>> page.title, [line.text for line in page.lines]
    ('Mint', ['A mint opened.', 'It closed.'])
    """
    reader = _Reader(marks)
    for token in tokenize(page):
        if isinstance(token, str):
            reader.text(token)
        elif isinstance(token, Raw):
            reader.raw(token)
        elif token.closes:
            reader.end(token.name)
        else:
            reader.start(token)
    reader.leads = False
    reader.flush()
    return reader.page


@attrs.frozen
class _Open:
    """An open element: its name, and what holds within it."""

    name: str
    kind: str = ""
    body: bool = False
    main: bool = False
    block: str = "body"
    url: str | None = None


class _Reader:
    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.page = WebPage()
        self.stack = [_Open("")]
        self.names: Counter[str] = Counter()
        self.parts: list[str] = []
        self.at = self.stack[0]  # what the line being read stands in
        self.leads = False  # whether so far it holds only words that belong to what follows
        self.url: str | None = None
        self.linked = 0

    def start(self, tag: Tag) -> None:
        name, held = tag.name, attributes(tag) if tag.attributes else {}
        if name in ("meta", "link", "html", "time"):
            self._note(name, held)
        if name in _BLOCKS:
            self.flush()
            if self.stack[-1].name in ("p", _CLOSED_BY.get(name)):
                self.end(self.stack[-1].name)
        if name in _VOID:
            return
        parent = self.stack[-1]
        # A heading within a box of related titles is one of them, so names count only where nothing else is known.
        kind = self.marks.own_kind(held) if parent.kind else self.marks.kind(name, held)
        if kind == "dateline" and not parent.body:  # elsewhere the class is that of a line with the day
            kind = ""
        self.stack.append(
            _Open(
                name,
                parent.kind if parent.kind == "skip" or kind in ("", "body") else kind,
                parent.body or kind == "body",
                parent.main or name in _MAIN,
                name if name in _BLOCKS else parent.block,
                held.get("href") if name == "a" else parent.url,
            )
        )
        self.names[name] += 1
        self.page.depth = max(self.page.depth, len(self.stack))

    def end(self, name: str) -> None:
        if name in _BLOCKS:
            self.flush()
        if not self.names[name]:
            return
        while True:
            closed = self.stack.pop()
            self.names[closed.name] -= 1
            if closed.block != self.stack[-1].block:
                self.flush()
            if closed.name == name:
                return

    def raw(self, raw: Raw) -> None:
        if raw.name == "title" and not self.page.title:
            self.page.title = " ".join(raw.content.split())
        if raw.name == "script" and "ld+json" in attributes(raw).get("type", ""):
            self.page.data.append(raw.content)

    def text(self, text: str) -> None:
        at = self.stack[-1]
        if at.kind == "skip":
            return
        if not self.parts or self.leads:
            self.at = at
        self.parts.append(text)
        if text.strip():
            self.leads = at.kind == "dateline"
        if at.url is not None and text.strip():
            self.url = self.url or at.url
            self.linked += len(text.strip())

    def flush(self) -> None:
        """End the line being read, if it is more than the words that lead into it."""
        if self.leads:
            self.parts.append(" ")
            return
        words = " ".join("".join(self.parts).split()) if self.parts else ""
        if words:
            at = self.at
            self.page.lines.append(Line(words, at.block, at.kind, at.body, at.main, self.url, self.linked))
        self.parts, self.url, self.linked = [], None, 0

    def _note(self, name: str, held: Mapping[str, str]) -> None:
        page = self.page
        if name == "meta" and (key := held.get("property") or held.get("name") or held.get("itemprop")):
            page.meta.setdefault(key.lower(), held.get("content", "").strip())
        elif name == "link" and "canonical" in held.get("rel", "").lower().split():
            page.canonical = page.canonical or held.get("href")
        elif name == "html":
            page.language = page.language or held.get("lang")
        elif name == "time" and held.get("datetime"):
            published = "pubdate" in held or "published" in held.get("itemprop", "").lower()
            page.moments.insert(0 if published else len(page.moments), held["datetime"])
