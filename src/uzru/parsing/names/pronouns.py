"""Whom he, she, it and they mean: the person or body last spoken of that fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter
from typing import Protocol

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Actor, ActorId, ActorKind, Mention, MentionForm, Span
from uzru.parsing.late import late
from uzru.parsing.names.named import Named
from uzru.parsing.text import Reading

__all__ = ["PronounWords", "SpokenPart", "resolve_pronouns"]

_PERSON, _GROUP, _ORGANIZATION = ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANIZATION
_PRONOUN = MentionForm.PRONOUN
_TOLD_TO = ("JRN",)  # in a quotation 'it' is not the outlet that is told so
_PASSED_OVER = frozenset({MentionForm.PRONOUN, MentionForm.DEMONYM})
_CLAUSE = re.compile(r"\b(?:said|that|told|and|of)\b")
_INSIDE = ("'", "’", ".")  # behind these and a letter a word is no pronoun
_LOOK_BACK = 4  # sentences
_MOST_ACTORS = 12
_CLAUSE_LENGTH = 80
_WORD_LENGTH = 30
# What speaks for and against a person as the meaning of 'he' or 'she': round numbers, set by hand.
_START = 24
_PER_SENTENCE, _PER_PARAGRAPH, _MOST_PARAGRAPHS = 4, 6, 2
_AS_SUBJECT, _GOVERNED, _SAME_SEX, _LAST_SPEAKER = 4, 6, 3, 3


class PronounWords:
    """The pronouns and the words around them, compiled from a Knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = {key: cell.split() for key, cell in knowledge.table("pronoun-words")}
        sorts = {"male": "m", "female": "f", "neuter": "n", "many": "p", "relative": "w"}
        self.sorts = {word: sorts[key] for key in sorts for word in words[key]}
        self.sorts |= {word.capitalize(): sort for word, sort in self.sorts.items()}
        idle = "|".join(sorted(words["idle"], reverse=True))
        auxiliaries = "|".join(words["auxiliary"])
        passive = "|".join(sorted(words["idle-passive"], reverse=True))
        self.idle = late(
            rf"(?:(?:['’]s)?(?: (?:{auxiliaries})){{0,2}} (?:(?:not|also|still|very|now) )?(?:{idle})\b"
            rf"|(?:['’]s|(?: (?:{auxiliaries}))? (?:is|was|be|been)) (?:(?:not|also|still|now) )?(?:{passive})\b)"
        )
        openers = "|".join(word.capitalize() for word in sorted(words["opener"], reverse=True))
        self.opener = late(rf"(?:[A-Z][a-z]+ing|{openers})\b")
        self.objects = frozenset(words["object"])
        breaks = "|".join(sorted(words["break"], reverse=True))
        self.breaks = late(rf"[,;:()\"“”—]| (?:{breaks}) ")
        self.governors = frozenset(words["governor"])
        predicates = "|".join(sorted(words["predicate"], reverse=True))
        self.predicate = late(rf"(?:, [^,\n]{{0,60}},)? (?:{predicates}|\w+(?:ed|s))\b")


class SpokenPart(Protocol):
    """What is needed of a quotation: where it stands, and which words name its speaker."""

    @property
    def verbatim(self) -> tuple[Span, ...]:
        """The pieces within quotation marks."""

    @property
    def speaker_span(self) -> Span | None:
        """The words that name the speaker."""


class _Trail:
    """One actor's trace through the text so far.

    Attributes:
        span: where it was named last; sentence: in which one.
        subject: whether it was a subject in that sentence; governed: whether it was kept from that throughout.
        untold: where it was named in that sentence, as far as neither is told by that yet.
    """

    __slots__ = ("actor", "governed", "sentence", "span", "subject", "untold")

    actor: Actor
    span: Span
    sentence: int
    subject: bool
    governed: bool
    untold: list[Span]

    def __init__(self) -> None:
        self.sentence = -1


def resolve_pronouns(reading: Reading, named: Named, attributions: Sequence[SpokenPart]) -> Named:
    """The same with a mention for each pronoun whose meaning is clear.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names import Names
    >>> reading = Reading("Egor Panin met Malika Ortikova in Brno. He said she would stay.")
    >>> named = resolve_pronouns(reading, Names(Knowledge())(reading), ())
    >>> [(reading.text[m.span.slice], m.actor.name) for m in named.mentions if m.form == "pronoun"]
    [('He', 'Egor Panin'), ('she', 'Malika Ortikova')]
    """
    added = _Resolver(reading, named, attributions).resolve()
    if not added:
        return named
    mentions = sorted((*named.mentions, *added), key=attrgetter("span.start"))  # a name stays before its own 'her'
    return attrs.evolve(named, mentions=tuple(mentions))


def _trails() -> dict[ActorKind, dict[ActorId, _Trail]]:
    """The traces of persons, of groups, and of bodies and countries, the last mentioned last."""
    bodies: dict[ActorId, _Trail] = {}
    return {_PERSON: {}, _GROUP: {}, _ORGANIZATION: bodies, ActorKind.COUNTRY: bodies}


class _Resolver:
    def __init__(self, reading: Reading, named: Named, attributions: Sequence[SpokenPart]) -> None:
        self.reading = reading
        self.view = reading.view
        self.words = named.words
        self.sentences = reading.sentences
        self.starts = [start for start, _ in self.sentences]
        self.sexes: dict[ActorId, str] = dict(named.sexes)
        self.mentions = [m for m in named.mentions if m.form not in _PASSED_OVER]
        self.quoted = sorted(
            (
                s.start,
                s.end,
                a.speaker_span.start if a.speaker_span else -1,
                a.speaker_span.end if a.speaker_span else -1,
            )
            for a in attributions
            for s in a.verbatim
        )
        self.quote_starts = [quote[0] for quote in self.quoted]
        self.by_start: dict[int, Actor] = {}
        self.mention_starts = [m.span.start for m in self.mentions]
        spans = [a.speaker_span for a in attributions if a.speaker_span is not None]
        self.speaking = {span.start for span in spans}
        self.spoken_by = {span.end for span in spans}
        self.paragraphs = [paragraph.start for paragraph in reading.paragraphs]
        self.last_speaker: ActorId | None = None
        self.trails, self.inner = _trails(), _trails()

    def resolve(self) -> list[Mention]:
        added: list[Mention] = []
        view, mentions, starts = self.view, self.mentions, self.mention_starts
        waiting, count = 0, len(mentions)
        for at, word in self.reading.words.spots(self.words.sorts):
            if at > 1 and view[at - 1] in _INSIDE and view[at - 2].isalnum():
                continue
            while waiting < count and starts[waiting] < at:
                mention = mentions[waiting]
                self._trace(mention.actor, mention.span, starts[waiting])
                waiting += 1
            found = self._meaning(at, word, waiting)
            if found is not None:
                span = Span(at, at + len(word))
                added.append(Mention(span=span, actor=found, form=_PRONOUN))
                self.by_start[at] = found
                self._trace(found, span, at)
        return added

    def _quote(self, at: int) -> int:
        """The number of the quotation around an offset; -1 outside of all."""
        number = bisect_right(self.quote_starts, at) - 1
        return number if number >= 0 and at < self.quoted[number][1] else -1

    def _speaker(self, quote: int) -> ActorId | None:
        """Who speaks a quotation, if that is known by now: 'he' in it is hardly himself."""
        _, _, start, end = self.quoted[quote]
        number = bisect_right(self.mention_starts, end) - 1
        while number >= 0 and self.mentions[number].span.start >= start:
            if self.mentions[number].actor.kind is _PERSON:
                return self.mentions[number].actor.id
            number -= 1
        actor = self.by_start.get(start)
        return actor.id if actor is not None else None

    def _trace(self, actor: Actor, span: Span, start: int) -> None:
        """Notes where an actor was last; names in a quotation count for the pronouns of quotations only."""
        sentence = bisect_right(self.starts, start)
        if self.quoted and self._quote(start) >= 0:
            trails, subject = self.inner[actor.kind], True
        else:
            trails, subject = self.trails[actor.kind], False
            if start in self.speaking or span.end in self.spoken_by:
                self.last_speaker = actor.id
        name = actor.id
        trail = trails.pop(name, None) or _Trail()
        trails[name] = trail  # behind all others
        trail.actor, trail.span = actor, span
        if trail.sentence == sentence:
            trail.untold.append(span)
        else:
            trail.sentence = sentence
            trail.subject, trail.governed, trail.untold = subject, not subject, [span]

    def _is_subject(self, trail: _Trail) -> bool:
        """Whether an actor was a subject in the sentence of the trail; what else that tells is noted."""
        while trail.untold:
            span = trail.untold.pop()
            if not trail.subject:
                trail.subject, governed = self._told_stance(span)
                trail.governed = trail.governed and governed
        return trail.subject

    def _told_stance(self, span: Span) -> tuple[bool, bool]:
        """Whether a mention is a subject, and whether a preposition or a possessive ending keeps it from being one."""
        start, end = span.start, span.end
        if start in self.speaking:
            return True, False
        before = self.view[max(0, start - _WORD_LENGTH) : start].rstrip()
        word = before[before.rfind(" ") + 1 :].lstrip("\"'“‘(").lower()
        if word in self.words.governors:
            return False, True
        apposed = word.endswith(",") and self.view.startswith(", ", end)  # 'the mayor of Brno, Jan Novotny, left'
        if not before or self.words.predicate.match(self.view, end + apposed):
            return True, False
        return False, self.view[end : end + 2] in ("'s", "’s")

    def _meaning(self, at: int, word: str, waiting: int) -> Actor | None:
        sort = self.words.sorts[word]
        end = at + len(word)
        if sort == "w":
            return self._named_before(at, waiting)
        if sort == "n":
            idle = word.lower() == "it" and self.words.idle.match(self.view, end)
            return None if idle else self._best(_ORGANIZATION, sort, at, end)
        if sort == "p":
            return self._best(_GROUP, sort, at, end) or self._best(_ORGANIZATION, sort, at, end)
        ahead = self._ahead(at, waiting, sort)
        if ahead is not None:
            return ahead
        best = self._best(_PERSON, sort, at, end)
        if best is not None:
            self.sexes.setdefault(best.id, sort)
        return best

    def _named_before(self, at: int, waiting: int) -> Actor | None:
        """'X, who': the one named right before."""
        previous = self.mentions[waiting - 1] if waiting else None
        if previous is None or self.view[previous.span.end : at] not in (", ", " "):
            return None
        return previous.actor if previous.actor.kind in (_PERSON, _GROUP) else None

    def _best(self, kind: ActorKind, sort: str, at: int, end: int) -> Actor | None:
        """The likeliest of the actors so far: the nearer, the subject, and the one whose sex is known win."""
        sentence = bisect_right(self.starts, at)
        quote = self._quote(at) if self.quoted else -1
        speaker = self._speaker(quote) if quote >= 0 else None
        best: Actor | None = None
        most = 0
        reach = _LOOK_BACK if kind is _PERSON else 1
        outer = self.trails[kind]
        asked = [(0, outer)]
        if quote >= 0:
            asked.append((min(len(outer), _MOST_ACTORS), self.inner[kind]))
        for first, trails in asked:
            for age, trail in enumerate(islice(reversed(trails.values()), _MOST_ACTORS), first):
                distance = sentence - trail.sentence
                if distance > reach:
                    break  # all further ones are still farther away
                actor = trail.actor
                if quote >= 0 and (actor.id == speaker or actor.sectors == _TOLD_TO):
                    continue
                age %= _MOST_ACTORS
                score = self._score(trail, sort, at, distance, most + age) - age
                if score > most and not (distance == 0 and self._is_reflexive(trail, at, end)):
                    best, most = actor, score
        return best

    def _is_reflexive(self, trail: _Trail, at: int, end: int) -> bool:
        """Whether the pronoun is the object of the actor's own clause, where English would say 'itself'."""
        pronoun = self.view[at:end].lower()
        if pronoun not in self.words.objects:
            return False
        named = trail.span.end
        if at - named > _CLAUSE_LENGTH or not self._is_subject(trail):
            return False
        if pronoun == "it" and self.words.predicate.match(self.view, end):
            return False
        return self.words.breaks.search(self.view, named, at) is None

    def _score(self, trail: _Trail, sort: str, at: int, distance: int, least: int) -> int:
        """How likely an actor is meant; nothing if he cannot be, or cannot be likelier than `least`."""
        actor = trail.actor
        if sort in ("m", "f"):
            sex = self.sexes.get(actor.id)
            if sex is not None and sex != sort:
                return 0
            score = _START + _SAME_SEX * (sex == sort) + _LAST_SPEAKER * (actor.id == self.last_speaker)
            if distance:
                breaks = bisect_right(self.paragraphs, at) - bisect_right(self.paragraphs, trail.span.start)
                score -= _PER_SENTENCE * distance + _PER_PARAGRAPH * min(breaks, _MOST_PARAGRAPHS)
            if score + _AS_SUBJECT <= least:
                return 0
            return score + _AS_SUBJECT if self._is_subject(trail) else score - _GOVERNED * trail.governed
        if sort == "p" and actor.kind is not _GROUP:
            return 10 if distance == 0 and actor.kind is _ORGANIZATION and self._is_subject(trail) else 0
        score = 14 - 3 * distance
        return 0 if score + 4 <= least else score + 4 * self._is_subject(trail)

    def _ahead(self, at: int, waiting: int, sort: str) -> Actor | None:
        """'Speaking before he left, X said': the subject that follows."""
        if waiting == len(self.mentions) or not self.sentences:
            return None
        start, end = self.sentences[bisect_right(self.starts, at) - 1]
        if self.mention_starts[waiting] >= end:
            return None
        following = self.mentions[waiting]
        if following.actor.kind is not _PERSON or not self.words.opener.match(self.view, start):
            return None
        comma = self.view.find(", ", at, end)
        if comma < 0 or any(
            m.span.start >= start and m.actor.kind is _PERSON for m in self.mentions[max(0, waiting - 3) : waiting]
        ):
            return None
        between = self.view[comma + 2 : following.span.start]
        if len(between) < 30 and self.sexes.get(following.actor.id, sort) == sort and not _CLAUSE.search(between):
            return following.actor
        return None
