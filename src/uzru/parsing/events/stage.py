"""The event stage: from sentences with a trigger and an actor to events, each joined with its repeats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from uzru.model.event import Event, EventStatus
from uzru.parsing.events.coder import Coding, Path, code_clause
from uzru.parsing.events.groups import Groups
from uzru.parsing.events.joining import Telling, join_repeats
from uzru.parsing.events.lexicon import Lexicon
from uzru.parsing.events.magnitudes import Tolls
from uzru.parsing.events.nouns import NounEvent, find_noun_events
from uzru.parsing.events.sentences import Found, Sentence
from uzru.parsing.events.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uzru.knowledge import Knowledge
    from uzru.model.actor import Mention, PlaceMention
    from uzru.model.article import DateMention
    from uzru.model.quote import Quote
    from uzru.model.span import ArticleId
    from uzru.parsing.text import Reading

__all__ = ["Events"]

_GAPS = re.compile(r"[\W\d_]+")
_ASCII_GAPS = {code: " " for code in range(128) if not chr(code).isalpha()}
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
        self._countries = dict(knowledge.mapping("countries", "name"))

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
        found = Found(reading, mentions, places, dates, self._countries)
        teller = Teller(self._lexicon, self._countries, found, quotes, article_id)
        return join_repeats(telling for sentence in self._sentences(found) for telling in self._tell(teller, sentence))

    def _sentences(self, found: Found) -> Iterator[Sentence]:
        """The sentences with a trigger and somebody of public life, or with a word of force and anybody or a place."""
        low = found.reading.low
        may_tell, forceful = self._lexicon.may_tell, self._lexicon.forceful
        groups, parties = self._groups.words, self._groups.political
        for start, end in found.reading.sentences:
            words = _words(low[start:end])
            if not may_tell(words):
                continue
            mentions = found.mentions_in(start, end)
            political = not parties.isdisjoint(words) or any(found.is_political(mention.actor) for mention in mentions)
            political = political or bool(found.lands_in(start, end))
            if political or (
                not forceful.isdisjoint(words)
                and (mentions or not groups.isdisjoint(words) or found.places_in(start, end))
            ):
                yield Sentence(self._lexicon, self._groups, self._tolls, found, start, end)

    def _tell(self, teller: Teller, sentence: Sentence) -> list[Telling]:
        """The events of one sentence, in text order."""
        codings = self._code(sentence)
        nouns = find_noun_events(self._lexicon, sentence.clause)
        if not codings and not nouns:
            return []
        starts = frozenset(noun.start for noun in nouns)
        told = [(coding, telling) for coding in codings if (telling := teller.tell_verb(sentence, coding, starts))]
        tellings = [telling for _, telling in told]
        covered = {i for coding in codings for i in range(coding.first, coding.last + 1)}
        covered.update(coding.subject for coding, _ in told)
        for noun in nouns:
            if covered.isdisjoint(range(noun.start, noun.end)):
                telling = teller.tell_noun(sentence, noun, not tellings and _opens(sentence, noun))
                if telling:
                    tellings.append(telling)
        return sorted(tellings, key=lambda telling: telling.event.trigger)

    def _code(self, sentence: Sentence) -> list[Coding]:
        """What the clauses tell: the first main clause in full, the others less surely."""
        stretches = sentence.clause.stretches
        codings: list[Coding] = []
        for number in sorted(range(len(stretches)), key=lambda number: stretches[number].kind != "main"):
            if stretches[number].kind == "attribution":
                continue
            found = code_clause(self._lexicon, sentence.clause, number, sentence.demonyms)
            if stretches[number].kind == "main" and not codings:
                codings = found
            else:
                codings += _less_sure(found, 0.1 if codings else 0.0)
        return codings


def _words(text: str) -> set[str]:
    """The words of a text, letters only."""
    return set((text.translate(_ASCII_GAPS) if text.isascii() else _GAPS.sub(" ", text)).split())


def _less_sure(codings: list[Coding], by: float) -> list[Coding]:
    """What a further clause tells; what it only supposes is left out."""
    return [
        attrs.evolve(coding, confidence=min(coding.confidence, Path.SIDE) - by)
        for coding in codings
        if coding.status is not EventStatus.HYPOTHETICAL
    ]


def _opens(sentence: Sentence, noun: NounEvent) -> bool:
    """Whether a noun stands near the beginning of a main clause."""
    stretch = sentence.clause.stretches[sentence.clause.kinds[noun.start]]
    return stretch.kind == "main" and noun.start < stretch.start + _OPENING
