"""The event stage: from sentences with a trigger and an actor to events, each joined with its repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.event import Event, EventStatus
from uzru.parsing.events import parts as p
from uzru.parsing.events.coder import code_clause
from uzru.parsing.events.coding import Coding, Path
from uzru.parsing.events.groups import Groups
from uzru.parsing.events.joining import Telling, join_repeats
from uzru.parsing.events.lexicon import Lexicon
from uzru.parsing.events.magnitudes import Tolls
from uzru.parsing.events.nouns import NounEvent, find_noun_events
from uzru.parsing.events.sentences import Found, Sentence
from uzru.parsing.events.telling import Teller
from uzru.parsing.events.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uzru.knowledge import Knowledge
    from uzru.model.actor import Mention, PlaceMention
    from uzru.model.article import DateMention
    from uzru.model.quote import Quote
    from uzru.model.span import ArticleId
    from uzru.parsing.text import Reading

__all__ = ["Events"]

_OPENING = 12  # words of a clause in which a noun alone may tell its event


class Events:
    """Finds who did what to whom in a reading.  Built once from a knowledge, then reusable and safe to share.

    Args:
        knowledge: holds the tables `event-patterns`, `event-nouns`, `event-operators` and so on.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.model.actor import Actor, Mention
    >>> from uzru.model.span import ArticleId, Span
    >>> from uzru.parsing.text import Reading
    >>> reading = Reading("Chad lifted the curfew in two towns.")
    >>> chad = Mention(span=Span(0, 4), actor=Actor(name="Chad", kind="country", country="TCD"), form="name")
    >>> [event] = Events(Knowledge())(reading, (chad,), (), (), (), ArticleId("article-1"))
    >>> str(event), event.rule
    ('undated: Chad CONCEDE -> Chad', 'lift-measure')
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._lexicon = Lexicon(knowledge)
        self._tolls = Tolls(knowledge)
        self._groups = Groups(knowledge)
        self._bits = self._groups.mark(self._lexicon.bits)
        self._countries = dict(knowledge.mapping("countries", "name"))
        self._areas = frozenset(row[0] for row in knowledge.table("regions") if row[5] == "area" and not row[4])
        seats = knowledge.mapping("countries", "capital")
        self._seats = {seat: code for code, cell in reversed(list(seats.items())) for seat in cell.split("|") if seat}

    def __call__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        quotes: Sequence[Quote],
        article_id: ArticleId,
    ) -> tuple[Event, ...]:
        """The events of a reading, in text order; `mentions`, `places` and `dates` are in text order too."""
        found = Found(reading, mentions, places, dates, self._countries, self._seats, self._areas)
        teller = Teller(self._lexicon, self._countries, found, quotes, article_id)
        return join_repeats(telling for sentence in self._sentences(found) for telling in self._tell(teller, sentence))

    def _sentences(self, found: Found) -> Iterator[Sentence]:
        """The sentences with a trigger and somebody of public life, or with a word of force and anybody or a place."""
        triggers, view, low = self._lexicon.triggers, found.reading.view, found.reading.low
        for start, end in found.reading.sentences:
            tokens = Tokens(view, low, self._bits, start, end, found.named)
            kinds = tokens.whole
            if not kinds & p.TELLING or not _is_public(found, tokens):
                continue
            live = triggers.live(tokens) if kinds & p.ACTING else []
            named = kinds & p.NOMINAL > 0 and triggers.may_name(tokens)
            if live or named:
                named = named or (kinds & p.HANGING > 0 and bool(found.dates_in(start, end)))  # that belong to nouns
                yield Sentence(self._lexicon, self._groups, self._tolls, found, tokens, live, named)

    def _tell(self, teller: Teller, sentence: Sentence) -> list[Telling]:
        """The events of one sentence, in text order."""
        codings = self._code(sentence) if sentence.live else []
        nouns = find_noun_events(self._lexicon, sentence) if sentence.named else []
        if not codings and not nouns:
            return []
        starts = frozenset([noun.start for noun in nouns])
        told = [(coding, telling) for coding in codings if (telling := teller.tell_verb(sentence, coding, starts))]
        tellings = [telling for _, telling in told]
        if nouns:
            covered = {i for coding in codings for i in range(coding.first, coding.last + 1)}
            covered.update([coding.subject for coding, _ in told])
            for noun in nouns:
                if covered.isdisjoint(range(noun.start, noun.end)):
                    telling = teller.tell_noun(sentence, noun, not tellings and _opens(sentence, noun))
                    if telling:
                        tellings.append(telling)
        return sorted(tellings, key=lambda telling: telling.event.trigger) if len(tellings) > 1 else tellings

    def _code(self, sentence: Sentence) -> list[Coding]:
        """What the clauses tell: the first main clause in full, the others less surely."""
        stretches = sentence.stretches
        codings: list[Coding] = []
        numbers = sorted({sentence.kinds[i] for i in sentence.live})
        if len(numbers) > 1:
            numbers.sort(key=lambda number: stretches[number].kind != "main")
        for number in numbers:
            if stretches[number].kind == "attribution":
                continue
            found = code_clause(self._lexicon, sentence, number)
            if stretches[number].kind == "main" and not codings:
                codings = found
            elif stretches[number].kind == "further":
                codings += [coding._replace(confidence=max(coding.confidence - 0.2, 0.1)) for coding in found]
            else:
                codings += _less_sure(found, 0.1 if codings else 0.0)
        return codings


def _is_public(found: Found, tokens: Tokens) -> bool:
    """Whether a sentence names somebody of public life; where force is told, anybody or a place."""
    kinds, start, end = tokens.whole, tokens.start, tokens.end
    if kinds & p.POLITICAL or found.names_politics(start, end) or found.seat_at(start, start + len(tokens.words[0])):
        return True
    if not kinds & p.FORCEFUL:
        return False
    return bool(kinds & p.GROUP or found.mentions_in(start, end) or found.places_in(start, end))


def _less_sure(codings: list[Coding], by: float) -> list[Coding]:
    """What a further clause tells; what it only supposes is left out."""
    return [
        coding._replace(confidence=min(coding.confidence, Path.SIDE) - by)
        for coding in codings
        if coding.status is not EventStatus.HYPOTHETICAL
    ]


def _opens(sentence: Sentence, noun: NounEvent) -> bool:
    """Whether a noun stands near the beginning of a main clause."""
    stretch = sentence.stretches[sentence.kinds[noun.start]]
    return stretch.kind == "main" and noun.start < stretch.start + _OPENING
