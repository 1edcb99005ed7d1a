"""When and where an event took place, as its own clause tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.model.actor import ActorKind, MentionForm, Place
from uzru.model.when import Interval, PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model.actor import Mention, PlaceMention
    from uzru.model.article import DateMention
    from uzru.model.when import When
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon

__all__ = ["Dated", "Placed", "find_dated", "find_placed", "noun_date", "noun_place", "verb_date", "verb_place"]

_POSSESSIVE = frozenset({"'s", "’s"})
_NOUN_REACH = 9  # words behind a noun that may date or place it
_DATING = frozenset({"in", "on", "at", "during", "by", "since", "last", "late", "early", "earlier"})
_OPENING = _DATING | {
    "meeting",
    "speaking",
    "gathering",
    "addressing",
    "visiting",
}  # 'Meeting in Brno on Monday, the two'
_COUNTRY = ActorKind.COUNTRY  # a member of an enumeration takes long to look up
_PLACE_FORMS = frozenset({MentionForm.NAME, MentionForm.SHORT_NAME, MentionForm.ACRONYM})
_WITHIN = frozenset(
    "in inside throughout across around near northern southern eastern western central northeastern northwestern "
    "southeastern southwestern north-eastern north-western south-eastern south-western upper lower rural".split()
)
_PREPOSITIONS = frozenset(
    "in at near outside inside around across throughout off from of to into onto over on with for by about".split()
)
_PLACING = frozenset("in at near outside inside around across throughout off from of to into onto".split())


class Dated(NamedTuple):
    """A date in a sentence: its words, the clause it belongs to, its value (None: not resolved)."""

    start: int
    end: int
    stretch: int
    value: When | None


class Placed(NamedTuple):
    """A place in a sentence: its words and what it is."""

    start: int
    end: int
    place: Place


def find_dated(lexicon: Lexicon, clause: Clause, dates: Sequence[DateMention]) -> list[Dated]:
    """The dates of a sentence that may date an event: not those of 'said on Monday', no durations."""
    found = []
    for mention in dates:
        value = mention.value
        start, end = clause.index_at(mention.span.start), clause.index_at(mention.span.end)
        if end <= start or start >= len(clause.words):
            continue
        if value is not None and (not isinstance(value, PartialDate | Interval) or value.bounds is None):
            continue
        last = min(end, len(clause.words) - 1)
        follows = clause.words[last] in ("after", "before") or clause.words[end - 1] in ("after", "before")
        stretch = clause.kinds[last if follows else end - 1]
        if not _dates_speech(lexicon, clause, start, end):
            found.append(Dated(start, end, stretch, value))
    return found


def _dates_speech(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    """Whether the words before are a verb of saying: 'said on Monday'; but not 'said Monday's raid'."""
    if clause.words[min(end, len(clause.words) - 1)] in ("'s", "’s") or clause.words[end - 1].endswith(("'s", "’s")):
        return False
    at = start - 1
    if at > 0 and clause.words[at] in _DATING:
        at -= 1
    return at >= 0 and lexicon.may_be(clause.words[at], "report")


def verb_date(clause: Clause, dated: Sequence[Dated], stretch: int, at: int, nouns: frozenset[int]) -> When | None:
    """The date of what a verb tells: the nearest in its clause, else that of an opening 'On Monday,'.

    `nouns` are the words where nouns with events of their own start, which a date right before belongs to.
    """
    kind = clause.stretches[stretch].kind
    dated = [d for d in dated if not d.start or clause.words[d.start - 1] not in _POSSESSIVE]  # 'Chad's May 3 decree'
    own = [d for d in dated if d.stretch == stretch and d.end not in nouns]
    if kind == "main" or clause.words[clause.stretches[stretch].start] == "when":  # 'rose today when troops left'
        own = own or [d for d in dated if clause.stretches[d.stretch].kind == "main" and d.end not in nouns]
        lead = clause.stretches[0]
        if not own and lead.kind == "lead-in" and clause.words[lead.start] in _OPENING:
            own = [d for d in dated if d.stretch == 0 and d.end not in nouns]
    if not own:
        return None
    return min(own, key=lambda d: (min(abs(d.start - at), abs(d.end - at)), d.start)).value


def noun_date(clause: Clause, dated: Sequence[Dated], start: int, end: int) -> When | None:
    """The date in a noun's own phrase: 'the May 2005 bloodshed', 'the attacks on Mopti in 2003'."""
    for d in dated:
        if d.end <= start and start - d.end <= 1:
            return d.value
    for d in dated:
        if d.start < end or d.start - end > _NOUN_REACH:
            continue
        if "," not in clause.words[end : d.start] and d.stretch == clause.kinds[end - 1]:
            return d.value
    own = [d for d in dated if d.end <= start and d.stretch == clause.kinds[start]]
    if len(own) == 1 and "," not in clause.words[own[0].end : start]:  # 'is in Brno today for talks'
        return own[0].value
    return None


def find_placed(clause: Clause, places: Sequence[PlaceMention], mentions: Sequence[Mention]) -> list[Placed]:
    """The places of a sentence, and the countries that stand there as places: 'in Chad'."""
    found = []
    for mention in places:
        start, end = clause.index_at(mention.span.start), clause.index_at(mention.span.end)
        if start < end and start < len(clause.words):
            found.append(Placed(start, end, mention.place))
    for named in mentions:
        if named.actor.kind is _COUNTRY and named.form in _PLACE_FORMS:
            start, end = clause.index_at(named.span.start), clause.index_at(named.span.end)
            before = [word for word in clause.words[max(start - 2, 0) : start] if word != "the"]
            if start < end and start < len(clause.words) and before[-1:] and before[-1] in _WITHIN:
                found.append(Placed(start, end, Place(name=named.actor.name, country=named.actor.country)))
    return sorted(found, key=lambda placed: placed.start)


def _is_placing(clause: Clause, start: int, floor: int) -> bool:
    """Whether the nearest preposition before a place puts something there: 'in the port of Brod'."""
    for word in reversed(clause.words[max(start - 4, floor) : start]):
        if word in _PREPOSITIONS:
            return word in _PLACING
    return False


def verb_place(clause: Clause, placed: Sequence[Placed], stretch: int, at: int) -> Place | None:
    """Where a verb's act took place: the first place behind it in its clause, else one before it."""
    kind = clause.stretches[stretch].kind

    def near(p: Placed) -> bool:
        own = clause.kinds[p.start]
        if own == stretch or kind != "main":
            return own == stretch
        other = clause.stretches[own]
        return other.kind == "main" or (other.kind == "lead-in" and clause.words[other.start] in _WITHIN)

    own = [p for p in placed if near(p) and _is_placing(clause, p.start, 0)]
    behind = [p for p in own if p.start > at]
    return next((p.place for p in (*behind, *own)), None)


def noun_place(clause: Clause, placed: Sequence[Placed], start: int, end: int) -> Place | None:
    """The place in a noun's own phrase: 'the shelling in Mopti', 'the Mopti shelling'."""
    for p in placed:
        if p.end == start:
            return p.place
    for p in placed:
        if end <= p.start <= end + 5 and _is_placing(clause, p.start, end):
            return p.place
    return None
