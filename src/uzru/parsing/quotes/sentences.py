"""Sentences in which a marked stretch is one token: where they end."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from uzru.parsing.late import late
from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uzru.parsing.quotes.lexicon import Lexicon
    from uzru.parsing.quotes.marks import Stretch
    from uzru.parsing.text import Paragraph

__all__ = ["ATOM", "mask_stretches", "split_paragraph"]

ATOM = "\x01"
"""Where a marked stretch ends; all of it before that is `FILL`."""
FILL = "\x02"
_NO_BREAK = "\xa0"

_SPACED = late(r"\.(?: \.)+")
# What ends a sentence, if what follows begins one.
_END = re.compile(r"[.!?…\x01](?:(?<=[^\x01])[)\]’'*]{1,3})?(?= +[(\[‘'*—–―-]{0,2}[A-Z0-9À-ÞА-Я\x01\x02])")
_FIRST_WORD = re.compile(r" +([A-Z][a-z]+) ")
_OPENS_SENTENCE = p.PRONOUN | p.ARTICLE | p.POSSESSIVE | p.SUBORD | p.COORD
_LONGEST = 2000
_LONGEST_ABBREVIATION = 16


def mask_stretches(view: str, stretches: Sequence[Stretch]) -> str:
    r"""The view with each marked stretch made one run of characters that no rule knows; no ellipsis is parted.

    >>> from uzru.parsing.quotes.marks import Stretch
    >>> mask_stretches('"No," he said . . .', [Stretch(0, 5, 1, 4, True)])
    '\x02\x02\x02\x02\x01 he said .\xa0.\xa0.'
    """
    if ATOM in view or FILL in view:
        view = view.replace(ATOM, " ").replace(FILL, " ")
    pieces = []
    at = 0
    for stretch in stretches:
        pieces.append(view[at : stretch.start])
        pieces.append(FILL * (stretch.end - stretch.start - 1) + ATOM)
        at = stretch.end
    pieces.append(view[at:])
    masked = "".join(pieces)
    return _SPACED.sub(lambda dots: dots[0].replace(" ", _NO_BREAK), masked) if ". ." in masked else masked


def split_paragraph(
    masked: str, paragraph: Paragraph, stretches: Sequence[Stretch], ends: Sequence[int], view: str, lexicon: Lexicon
) -> list[tuple[int, int]]:
    """The sentences of a paragraph of the masked text; none is longer than some thousand characters.

    A marked stretch ends its sentence if its last character is a stop, unless what follows tells who said it.
    """
    begin, limit = paragraph.start, paragraph.end
    found: list[tuple[int, int]] = []
    for stop in _END.finditer(masked, begin, limit):
        at, behind = stop.span()
        if masked[at] == ATOM:
            stretch = stretches[bisect_left(ends, behind)]
            last = view[stretch.inner_end - 1]
            if last not in ".?!…" or _names_speaker(masked, behind, limit, lexicon, bare=last == "."):
                continue
        elif masked[at] == "." and _goes_on(masked, begin, at, limit, view, lexicon):
            continue
        found.append((begin, behind))
        begin = behind + 1
    if begin < limit:
        found.append((begin, limit))
    if limit - paragraph.start > _LONGEST:
        return [part for begin, end in found for part in _cut(masked, begin, end)]
    return found


def _goes_on(masked: str, begin: int, at: int, limit: int, view: str, lexicon: Lexicon) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation in mid-sentence."""
    before = lexicon.stopped[masked[max(begin, at - _LONGEST_ABBREVIATION) : at].rpartition(" ")[2]]
    if not before & p.ABBREVIATION:
        return False
    return not _opens_sentence(masked, at + 1, limit, view, lexicon) or bool(before & p.TITLE)


def _opens_sentence(masked: str, behind: int, limit: int, view: str, lexicon: Lexicon) -> bool:
    """Whether what follows an abbreviation begins a sentence: 'in Osh, S.C. He left', 'in Osh, S.C. "We stay"'."""
    if masked[behind + 1 : behind + 2] in {ATOM, FILL}:
        return view[behind + 1 : behind + 5].lstrip("\"'“‘«„`")[:1].isupper()
    following = _FIRST_WORD.match(masked, behind, limit)
    return following is not None and bool(lexicon.parts.get(following[1].lower(), 0) & _OPENS_SENTENCE)


def _cut(masked: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts what is too long for a sentence at blanks, so that no rule sees more than it can take in linear time."""
    while end - begin > _LONGEST:
        blank = masked.rfind(" ", begin + 1, begin + _LONGEST)
        if blank < 0:
            blank = masked.find(" ", begin + _LONGEST, end)
        if blank < 0:
            break
        yield begin, blank
        begin = blank + 1
    if begin < end:
        yield begin, end


_INTRODUCES = re.compile("[,:] ?[\x01\x02]|^ ?[\x01\x02]")
_APPOSITION = late(r" (?:[\w'’.-]+ ){0,3}[A-Z][\w'’.-]*, [^\x01\x02,]{2,80}, ")
_WORD = late(r"\w[\w'’.-]*|\S")


def _names_speaker(masked: str, start: int, limit: int, lexicon: Lexicon, *, bare: bool) -> bool:
    """Whether up to five words and then a cue verb follow, and not a quotation: '"Why?" Roe asked.'

    A name and a remark between commas may stand there as well: '"Why?" Roe, a miner from Nukus, asked.' With `bare`
    no more than the speaker and a plain verb of saying will do: '"We stay." Roe said.'
    """
    apposition = _APPOSITION.match(masked, start, min(limit, start + 200))
    if apposition is not None:
        start = apposition.end()
    for count, word in enumerate(_WORD.finditer(masked, start, min(limit, start + 120)), int(apposition is not None)):
        text = word[0].lower().rstrip(".")
        if count > 5 or text in {"", ",", ":", ";", ATOM, FILL, "(", "—"}:
            return False
        bits = lexicon.parts.get(text, 0)
        verb = lexicon.verbs.get(text)
        if verb and "quote" in verb.frames and bits & p.FINITE:
            if bare:
                return word[0].endswith(".") and count > 0 and apposition is None and {"any", "quote"} <= verb.frames
            if word[0].endswith("."):
                return count > 0
            rest = masked[word.end() : word.end() + 60].partition(".")[0]
            return count > 0 and not _INTRODUCES.search(rest)
        if bits & (p.AUX | p.VERB | p.SUBORD | p.WH) and count:
            return False
    return False
