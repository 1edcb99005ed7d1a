"""A sentence as the event stage reads it: its words, and which of them belong to the main clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress
from operator import itemgetter, ne
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.events import parts as p

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.tokens import Tokens

__all__ = ["Clause", "Stretch", "is_finite", "is_predicate", "opens_clause", "positions", "within"]

_LONGEST = 160  # words; what lies behind them in an endless sentence is not read
_LABEL = 5  # words up to the colon of a label
_LEAD_IN_REACH, _LEAD_IN_REST = 120, 25  # characters of a lead-in at most, and of what must follow it
_ATTRIBUTION_REACH = 14  # words between the comma and the verb of a trailing ', officials said'
_AS_REACH = 7  # words behind 'as' among which a verb makes it open a clause
_NONFINITE = ("G", "B")  # forms that are no main verb of one who speaks
_THAT = frozenset({"that", "it", "he", "she", "they"})
_CLOSERS = frozenset(".!?…\"”’'")
_STOPS = frozenset({",", ";"})
_SUBJECT_REACH = 12  # words of a subject up to its verb
_FINITE = p.HAVE | p.BE | p.DO | p.FUTURE | p.POSSIBLE | p.OBLIGE


class Stretch(NamedTuple):
    """A run of words, half-open, read as one clause; `kind` is main, further, lead-in, side or attribution.

    A further clause is a second main one with a subject of its own: ', but Chad refused'.
    """

    start: int
    end: int
    kind: str


class Clause:
    """The words of a sentence, with their offsets, and its stretches.

    Args:
        lexicon: the tables.
        tokens: the words of the sentence.
        live: those by which it may tell an event, nouns left out.

    Attributes:
        start: offset of the sentence in the text.
        end: offset behind the sentence.
        starts: offset of each word.
        words: each word in lower case.
        bits: what each word can be.
        initials: whether each word begins with a capital.
        capital: likewise, but never in a headline, where that means nothing.
        titled: whether it is a headline.
        body: the first word behind the lead-in.
        openings: the words that open further clauses.
        nouns: the nouns of the tables, each with its words, half-open; None until somebody asks.
        noun_starts: the first word of each of them.
        told: all of them, and those that begin within one of several words.
        live: the words by which it may tell an event.
        whole: what any word can be.
        marked: the words that can be anything.
        stretches: the clauses of the sentence, in order.
        kinds: the number of the stretch that each word belongs to.
        demonyms: the words like 'Malian'.
        peoples: those of them that name a people: 'Malians'.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> from uzru.parsing.events.tokens import Tokens
    >>> lexicon = Lexicon(Knowledge())
    >>> text = "After the vote in Brno, Slovakia, which borders it, recalled its envoy, officials said."
    >>> clause = Clause(lexicon, Tokens(text, text.lower(), lexicon.bits))
    >>> [(" ".join(clause.words[a:b]), kind) for a, b, kind in clause.stretches]
    [('after the vote in brno ,', 'lead-in'), ('slovakia ,', 'main'), ('which borders it ,', 'side'),
    ('recalled its envoy', 'main'), (', officials said .', 'attribution')]
    """

    demonyms: AbstractSet[int] = frozenset()
    peoples: Sequence[int] = ()
    nouns: list[tuple[str, int, int]] | None = None
    noun_starts: Sequence[int] = ()
    told: AbstractSet[str] = frozenset()

    def __init__(self, lexicon: Lexicon, tokens: Tokens, live: Sequence[int] = ()) -> None:
        self.start, self.end = tokens.start, tokens.end
        self.words, self.bits, self.starts = tokens.words, tokens.bits, tokens.starts
        if len(self.words) > _LONGEST:
            self.words, self.bits, self.starts = self.words[:_LONGEST], self.bits[:_LONGEST], self.starts[:_LONGEST]
            live = [i for i in live if i < _LONGEST]
        self.live, self.whole = live, tokens.whole
        letters = itemgetter(*self.starts)
        self.initials = self.capital = list(map(ne, letters(tokens.view), letters(tokens.low)))
        self.titled = sum(self.capital) * 2 > len(self.words) and _is_titled(self.words, self.capital)
        if self.titled:
            self.capital = [False] * len(self.words)
        self.marked = list(compress(range(len(self.bits)), self.bits))
        self.body = _label_end(self) or _lead_in_end(self)
        self.openings: list[int] = []
        self.stretches = _cut(lexicon, self)
        self.kinds: list[int] = []
        for number, (at, behind, _) in enumerate(self.stretches):
            self.kinds += [number] * (behind - at)

    @property
    def people(self) -> Sequence[tuple[int, int]]:
        """The words where persons and groups are named."""
        return ()

    @property
    def names(self) -> Sequence[tuple[int, int]]:
        """The words where anybody is named."""
        return ()

    @property
    def places(self) -> Sequence[tuple[int, int]]:
        """The words where a place is named, a capital that stands for its country among them."""
        return ()

    def floor_of(self, number: int) -> int:
        """The first word where the subject of a stretch may stand: any main stretch shares the sentence's."""
        stretch = self.stretches[number]
        if stretch.kind == "further":
            return self.openings[bisect_right(self.openings, stretch.start) - 1]
        return self.body if stretch.kind == "main" else stretch.start

    def ceiling_of(self, number: int) -> int:
        """Behind the last word that may belong to the clause of a stretch: where the next further clause opens."""
        at = bisect_right(self.openings, self.stretches[number].start)
        return self.openings[at] if at < len(self.openings) else len(self.words)

    def end_of(self, i: int) -> int:
        """The offset behind a word."""
        return self.starts[i] + len(self.words[i])

    def index_at(self, offset: int) -> int:
        """The first word that starts at or behind an offset."""
        return bisect_left(self.starts, offset)


def within(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of some places, in order, that lie in a run.

    >>> within([2, 5, 9], 3, 9)
    [5]
    """
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


def positions(words: Sequence[str], wanted: AbstractSet[str]) -> list[int]:
    """Where words of a set stand.

    >>> positions(["they", "met", "and", "met"], {"met"})
    [1, 3]
    """
    return list(compress(range(len(words)), map(wanted.__contains__, words)))


def _is_titled(words: list[str], capital: list[bool]) -> bool:
    """Whether the words stand as in a headline, where capitals mean nothing."""
    long = [cap for word, cap in zip(words, capital, strict=True) if len(word) > 3]
    return len(long) > 2 and sum(long) > 0.75 * len(long)


def _label_end(clause: Clause) -> int:
    """Behind the colon of a headline's label, 'Chad: Minister Visits Mopti'; 0 if there is none."""
    first = clause.words[:_LABEL]
    if ":" not in first:
        return 0
    colon = first.index(":")
    named = (clause.initials[i] or not clause.words[i].isalpha() for i in range(colon))
    return colon + 1 if colon and all(named) else 0


def _lead_in_end(clause: Clause) -> int:
    """Behind the comma of an adverbial at the sentence's start; 0 if there is none."""
    words = clause.words
    if not words:
        return 0
    first = 0 if words[0][0].isalnum() else next((i for i, word in enumerate(words[:3]) if word[0].isalnum()), 0)
    if not (clause.bits[first] & p.LEAD_IN or _is_participle(clause, first)):
        return 0
    for i in range(first + 1, len(words)):
        if clause.starts[i] - clause.start > _LEAD_IN_REACH:
            return 0
        if words[i] == ",":
            if clause.end - clause.end_of(i) < _LEAD_IN_REST:
                return 0
            if not (i + 2 < len(words) and _is_apposition(clause, i)):
                return i + 1
    return 0


def is_predicate(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a finite verb stands at a word, behind adverbs and days: 'flatly refused', 'on Monday rejected'."""
    words, bits = clause.words, clause.bits
    while i < len(words) and (bits[i] & p.ADVERB or words[i] == "on" or words[i].endswith(("ly", "day"))):
        i += 1
    if i >= len(words):
        return False
    if bits[i] & (p.HAVE | p.FUTURE | p.OBLIGE | p.POSSIBLE):
        return True
    forms = lexicon.verbs[words[i]] if bits[i] & p.VERB and not clause.capital[i] else ()
    return any("P" in form.kinds or "S" in form.kinds for form in forms)


def _is_participle(clause: Clause, first: int) -> bool:
    """Whether a sentence opens like 'Faced with protests,' or 'Accusing the mayor of fraud,'."""
    word, bits = clause.words[first], clause.bits
    if first + 1 >= len(bits) or not word.endswith(("ing", "ed")):
        return False
    if bits[first + 1] & p.PREPOSITION:
        return True
    taking = bits[first + 1] & p.DETERMINER or clause.capital[first + 1]
    return bool(word.endswith("ing") and bits[first] & p.VERB and taking)


def _is_apposition(clause: Clause, comma: int) -> bool:
    """Whether ', 1999,' or ', Turkey,' follows: the adverbial goes on behind it."""
    return clause.words[comma + 2] == "," and (clause.words[comma + 1].isdigit())


def _attribution(lexicon: Lexicon, clause: Clause, body: int) -> tuple[int, int]:
    """A trailing ', officials said' or ', according to ...', up to its own next comma; empty if there is none."""
    words = clause.words
    end = len(words)
    while end > body and words[end - 1] in _CLOSERS:
        end -= 1
    close = len(words)
    first = max(body + 3, end - _ATTRIBUTION_REACH * 2)
    if lexicon.saying.isdisjoint(words[first:]):
        return close, close
    for at in reversed([i for i in range(first, end) if words[i] == ","]):
        if _attributes(lexicon, clause, at + 1, end if close == len(words) else close):
            return at, close
        close = at if clause.bits[min(at + 2, end - 1)] & p.SUBORDINATOR else len(words)
    return len(words), len(words)


def _attributes(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    words = clause.words
    if start >= end:
        return False
    if words[start] == "according" or (words[start] == "as" and start + 1 < end and clause.capital[start + 1]):
        return words[start] == "according"
    if clause.bits[start] & p.SUBORDINATOR or words[start] in ("and", "but", "adding", "saying"):
        return False
    for i in range(start, min(end, start + _ATTRIBUTION_REACH)):
        for form in lexicon.verbs[words[i]] if clause.bits[i] & p.VERB else ():
            if "report" in lexicon.operators.get(form.lemma, ()) and form.kinds not in _NONFINITE:
                # ', X said that Y acted' is a clause of its own; what may follow is whom, when and where.
                if not _THAT.isdisjoint(words[i + 1 : end]):
                    return False
                return not _goes_on(lexicon, clause, i + 1, end)
            if (
                lexicon.senses[form.lemma]
                and i > start
                and form.kinds not in _NONFINITE
                and words[i] not in lexicon.nouns
            ):
                return False
    return False


def _goes_on(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    """Whether a clause with a verb of its own follows 'said': ', said Brno was ready', not ', said Panin, who left'."""
    for i in within(clause.marked, start, end):
        if clause.words[i] == "," or clause.bits[i] & p.SUBORDINATOR:
            return False
        if is_finite(lexicon, clause, i):
            return True
    return False


def _cut(lexicon: Lexicon, clause: Clause) -> list[Stretch]:
    """The stretches of a sentence."""
    body, count = clause.body, len(clause.words)
    tail, behind = _attribution(lexicon, clause, body) if clause.whole & p.SAYING else (count, count)
    stretches = [Stretch(0, body, "lead-in")] if body else []
    _cut_sides(lexicon, clause, stretches, body, tail)
    if tail < behind:
        stretches.append(Stretch(tail, behind, "attribution"))
    if behind < count:
        stretches.append(Stretch(behind, count, "side"))
    return stretches


def _cut_sides(lexicon: Lexicon, clause: Clause, stretches: list[Stretch], start: int, end: int) -> None:
    """Cut what stands between lead-in and attribution at the subordinators, each side clause up to its comma.

    And where a further clause opens.
    """
    at, kind = start, "main"
    words, bits = clause.words, clause.bits
    for i in [i for i in within(clause.marked, start + 1, end) if bits[i] & p.JOINT] if clause.whole & p.JOINT else ():
        if at > i:
            continue
        if not bits[i] & p.SUBORDINATOR:
            if (words[i] == ";" or words[i - 1] == ",") and _is_further(lexicon, clause, start, i, end):
                if i > at:
                    stretches.append(Stretch(at, i, kind))
                clause.openings.append(i)
                at, kind = i, "further"
        elif opens_clause(lexicon, clause, i):
            if i > at:
                stretches.append(Stretch(at, i, kind))
            close = _close_of_side(lexicon, clause, i, end)
            stretches.append(Stretch(i, close, "side"))
            at = close
    if at < end:
        stretches.append(Stretch(at, end, kind))


def _close_of_side(lexicon: Lexicon, clause: Clause, start: int, end: int) -> int:
    """Behind the comma that ends a side clause, or at its semicolon: 'whose leader, Egor Panin, was killed,'."""
    words = clause.words
    stops = (j for j in range(start + 1, end) if words[j] in _STOPS)
    if words[start] != "whose":
        stop = next(stops, end)
    else:
        first, *rest = *stops, end
        apposed = len(rest) > 2 and words[rest[0]] == ","
        verbs = within(clause.marked, start + 1, first) if apposed else ()
        stop = rest[1] if apposed and not any(is_finite(lexicon, clause, j) for j in verbs) else first
    return stop + (stop < end and words[stop] == ",")


def _is_further(lexicon: Lexicon, clause: Clause, start: int, i: int, end: int) -> bool:
    """Whether 'and' or 'but' behind a comma opens a clause with a subject of its own, and closes no list."""
    if i + 2 >= end or (clause.bits[i + 1] & p.VERB and is_finite(lexicon, clause, i + 1)):
        return False
    if not any(
        is_finite(lexicon, clause, j)
        for j in within(clause.marked, i + 2, min(end, i + _SUBJECT_REACH))
        if "," not in clause.words[i:j]
    ):
        return False
    if not any(is_finite(lexicon, clause, j) for j in within(clause.marked, start, i)):
        return False
    if clause.words[i] != "and":
        return True
    last = next((j for j in range(i - 2, start, -1) if clause.words[j] == ","), start)
    return last == start or any(is_finite(lexicon, clause, j) for j in within(clause.marked, last, i))


def is_finite(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a word is a finite verb, as far as its form and the word before it tell."""
    bits, word = clause.bits[i], clause.words[i]
    if bits & _FINITE:
        return True
    if not bits & p.VERB or clause.capital[i] or (i and clause.bits[i - 1] & (p.DETERMINER | p.PREPOSITION)):
        return False
    return any("P" in form.kinds or ("S" in form.kinds and word not in lexicon.nouns) for form in lexicon.verbs[word])


def opens_clause(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a subordinator opens a clause there: 'as troops advanced', but not 'as well as', 'as human shields'."""
    words = clause.words
    if words[i] != "as":
        return words[i] != "once" or words[i - 1 : i] == [","]
    for at in range(i + 1, min(i + _AS_REACH, len(words))):
        word, bits = words[at], clause.bits[at]
        if word in (",", ";"):
            return False
        if bits & (p.BE | p.HAVE | p.FUTURE) or word.endswith("ed"):
            return True
        forms = lexicon.verbs[word] if bits & p.VERB and word not in lexicon.nouns else ()
        if any("P" in form.kinds or "S" in form.kinds for form in forms):
            return True
    return False
