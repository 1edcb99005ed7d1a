"""What changed between two versions of a report: words, quotations, and who is said to have said them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

import attrs

from uzru.model.article import Article
from uzru.model.quote import Quote
from uzru.model.span import Span

__all__ = ["ArticleDiff", "QuoteChange", "WordChange", "compare"]

_WORD: Final = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_LIKE: Final = 0.5  # the share of words that two quotations have in common if one is a new version of the other
_LONGEST: Final = 2_000  # words of a changed stretch that are compared one by one


@attrs.frozen(kw_only=True)
class WordChange:
    """A stretch of words that changed.

    Attributes:
        old: where it stands in the old version; empty if words were only added.
        new: where it stands in the new version; empty if words were only taken out.
        was: the old words.
        now: the new words.
    """

    old: Span
    new: Span
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.was!r} -> {self.now!r}"


@attrs.frozen(kw_only=True)
class QuoteChange:
    """A quotation that stands in both versions, but not in the same way.

    Attributes:
        old: in the old version.
        new: in the new version.
        fields: what differs: text, kind, speaker, addressee, cue, when.
    """

    old: Quote
    new: Quote
    fields: tuple[str, ...]

    def __str__(self) -> str:
        changes = (f"{name}: {_told(self.old, name)} -> {_told(self.new, name)}" for name in self.fields)
        return f"{self.new.text!r}: {'; '.join(changes)}"


@attrs.frozen(kw_only=True)
class ArticleDiff:
    """What changed from an old version of a report to a new one.

    Attributes:
        words: the words that changed, in order.
        added: quotations that only the new version has.
        removed: quotations that only the old version has.
        changed: quotations that both have, in other words or said by another.
    """

    words: tuple[WordChange, ...] = ()
    added: tuple[Quote, ...] = ()
    removed: tuple[Quote, ...] = ()
    changed: tuple[QuoteChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.added or self.removed or self.changed)

    def __str__(self) -> str:
        lines = [f"words: {change}" for change in self.words]
        lines += [f"quotation added: {quote}" for quote in self.added]
        lines += [f"quotation removed: {quote}" for quote in self.removed]
        lines += [f"quotation changed: {change}" for change in self.changed]
        return "\n".join(lines) or "no change"


def compare(old: Article, new: Article) -> ArticleDiff:
    """What changed from `old` to `new`; white space and pull quotes do not count.

    >>> import uzru
    >>> one = uzru.parse('"We will stay," Egor Panin said.')
    >>> two = uzru.parse('"We will stay," Neil Ashdown said.')
    >>> print(compare(one, two))
    words: 'Egor Panin' -> 'Neil Ashdown'
    quotation changed: 'We will stay,': speaker: Egor Panin -> Neil Ashdown
    """
    before = [quote for quote in old.quotes if quote.repeats is None]
    after = [quote for quote in new.quotes if quote.repeats is None]
    pairs = _pair(before, after)
    changes = ((before[one], after[other]) for one, other in sorted(pairs.items()))
    return ArticleDiff(
        words=tuple(_word_changes(old.text, new.text)),
        added=tuple(quote for index, quote in enumerate(after) if index not in pairs.values()),
        removed=tuple(quote for index, quote in enumerate(before) if index not in pairs),
        changed=tuple(
            QuoteChange(old=one, new=other, fields=fields) for one, other in changes if (fields := _differs(one, other))
        ),
    )


# --- words --------------------------------------------------------------------------------------------------------


def _word_changes(old: str, new: str) -> Iterator[WordChange]:
    """Lines first, then the words of lines that differ, so that long texts are compared fast."""
    before, after = _pieces(_LINE, old, 0, len(old)), _pieces(_LINE, new, 0, len(new))
    # With very many lines, those that stand again and again are no landmarks: to try them all takes quadratic time.
    many = len(before) > _LONGEST or len(after) > _LONGEST
    lines = SequenceMatcher(None, _keys(old, before), _keys(new, after), autojunk=many)
    for tag, a, b, c, d in lines.get_opcodes():
        if tag != "equal":
            one = _around(before, a, b, len(old))
            other = _around(after, c, d, len(new))
            yield from _changes_within(old, one, new, other)


def _changes_within(old: str, one: Span, new: str, other: Span) -> Iterator[WordChange]:
    before = _pieces(_WORD, old, one.start, one.end)
    after = _pieces(_WORD, new, other.start, other.end)
    if len(before) > _LONGEST or len(after) > _LONGEST:
        yield _change(old, one, new, other)
        return
    words = SequenceMatcher(None, _keys(old, before), _keys(new, after), autojunk=False)
    for tag, a, b, c, d in words.get_opcodes():
        if tag != "equal":
            yield _change(old, _around(before, a, b, one.end), new, _around(after, c, d, other.end))


def _pieces(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text, start, end)]


def _keys(text: str, spans: Sequence[Span]) -> list[str]:
    return [" ".join(text[span.slice].split()) for span in spans]


def _around(spans: Sequence[Span], first: int, behind: int, end: int) -> Span:
    """From the first piece to the last; if there is none, the place before the next."""
    if first < behind:
        return Span(spans[first].start, spans[behind - 1].end)
    at = spans[first].start if first < len(spans) else spans[-1].end if spans else end
    return Span(at, at)


def _change(old: str, one: Span, new: str, other: Span) -> WordChange:
    return WordChange(old=one, new=other, was=old[one.slice], now=new[other.slice])


# --- quotations ---------------------------------------------------------------------------------------------------


def _pair(before: Sequence[Quote], after: Sequence[Quote]) -> dict[int, int]:
    """Which quotation is which: those of the same words first, then, in order, those of similar ones."""
    places: dict[tuple[str, ...], list[int]] = {}
    for index, quote in enumerate(after):
        places.setdefault(_words(quote), []).append(index)
    pairs = {}
    for index, quote in enumerate(before):
        if same := places.get(_words(quote)):
            pairs[index] = same.pop(0)
    taken = set(pairs.values())
    left = [(index, _words(quote)) for index, quote in enumerate(after) if index not in taken]
    for index, quote in enumerate(before):
        if index in pairs or not left:
            continue
        scored = [(_likeness(_words(quote), words), -place) for place, (_, words) in enumerate(left)]
        best, place = max(scored)
        if best >= _LIKE:
            pairs[index] = left.pop(-place)[0]
    return pairs


def _words(quote: Quote) -> tuple[str, ...]:
    return tuple(word.casefold() for word in re.findall(r"\w+", quote.text))


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words in common, of the longer one's."""
    common = len(set(one) & set(other))
    return common / max(len(set(one)), len(set(other)), 1)


def _differs(old: Quote, new: Quote) -> tuple[str, ...]:
    names = ("text", "kind", "speaker", "addressee", "cue", "when")
    return tuple(name for name in names if _compared(old, name) != _compared(new, name))


def _compared(quote: Quote, name: str) -> object:
    if name == "text":
        return _words(quote)
    if name in ("speaker", "addressee"):
        actor = getattr(quote, name)
        return actor and actor.id
    return getattr(quote.cue, "lemma", None) if name == "cue" else getattr(quote, name)


def _told(quote: Quote, name: str) -> str:
    value = getattr(quote, name)
    return repr(value) if name == "text" else getattr(value, "lemma", None) or str(value or "nobody")
