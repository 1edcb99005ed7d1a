"""Whom he, she, it and they mean: the person or body last spoken of that fits."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Actor, ActorId, ActorKind, Mention, MentionForm, Span
from uzru.parsing.late import late
from uzru.parsing.names.named import Named
from uzru.parsing.text import Reading

__all__ = ["PronounWords", "SpokenPart", "resolve_pronouns"]

_CLAUSE = re.compile(r"\b(?:said|that|told|and|of)\b")
_INSIDE = ("'", "’", ".")  # behind these a word is no pronoun
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
        self.idle = re.compile(
            rf"(?:(?:['’]s)?(?: (?:{auxiliaries})){{0,2}} (?:(?:not|also|still|very|now) )?(?:{idle})\b"
            rf"|(?:['’]s|(?: (?:{auxiliaries}))? (?:is|was|be|been)) (?:(?:not|also|still|now) )?(?:{passive})\b)"
        )
        openers = "|".join(word.capitalize() for word in sorted(words["opener"], reverse=True))
        self.opener = re.compile(rf"(?:[A-Z][a-z]+ing|{openers})\b")
        self.objects = frozenset(words["object"])
        breaks = "|".join(sorted(words["break"], reverse=True))
        self.breaks = late(rf"[,;:()\"“”—]| (?:{breaks}) ")
        self.governors = frozenset(words["governor"])
        predicates = "|".join(sorted(words["predicate"], reverse=True))
        self.predicate = re.compile(rf"(?:, [^,\n]{{0,60}},)? (?:{predicates}|\w+(?:ed|s))\b")


class SpokenPart(Protocol):
    """What is needed of a quotation: where it stands, and which words name its speaker."""

    @property
    def verbatim(self) -> tuple[Span, ...]:
        """The pieces within quotation marks."""

    @property
    def speaker_span(self) -> Span | None:
        """The words that name the speaker."""


@attrs.define
class _Trail:
    """One actor's trace through the text so far."""

    actor: Actor
    mention: Mention
    sentence: int
    paragraph: int
    subject: bool
    governed: bool = False


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
    mentions = sorted((*named.mentions, *added), key=lambda mention: (mention.span.start, -mention.span.end))
    return attrs.evolve(named, mentions=tuple(mentions))


class _Resolver:
    def __init__(self, reading: Reading, named: Named, attributions: Sequence[SpokenPart]) -> None:
        self.reading = reading
        self.view = reading.view
        self.words = named.words
        self.sentences = reading.sentences
        self.starts = [start for start, _ in self.sentences]
        self.sexes: dict[ActorId, str] = dict(named.sexes)
        self.mentions = [m for m in named.mentions if m.form not in (MentionForm.PRONOUN, MentionForm.DEMONYM)]
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
        self.by_start: dict[int, Mention] = {}
        self.mention_starts = [m.span.start for m in self.mentions]
        spans = [a.speaker_span for a in attributions if a.speaker_span is not None]
        self.speaking = {span.start for span in spans}
        self.spoken_by = {span.end for span in spans}
        self.paragraphs = [paragraph.start for paragraph in reading.paragraphs]
        self.last_speaker: Actor | None = None
        self.trails: dict[str, dict[ActorId, _Trail]] = {"person": {}, "body": {}, "many": {}}
        self.inner: dict[str, dict[ActorId, _Trail]] = {"person": {}, "body": {}, "many": {}}

    def resolve(self) -> list[Mention]:
        added: list[Mention] = []
        waiting = 0
        for at, word in self.reading.words.spots(self.words.sorts):
            if self.view[max(0, at - 1) : at] in _INSIDE:
                continue
            while waiting < len(self.mentions) and self.mentions[waiting].span.start < at:
                self._trace(self.mentions[waiting])
                waiting += 1
            found = self._meaning(at, word, waiting)
            if found is not None:
                mention = Mention(span=Span(at, at + len(word)), actor=found, form=MentionForm.PRONOUN)
                added.append(mention)
                self.by_start[at] = mention
                self._trace(mention)
        return added

    def _sentence(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _quote(self, at: int) -> int:
        """The number of the quotation around an offset; -1 outside of all."""
        number = bisect_right(self.quote_starts, at) - 1
        return number if number >= 0 and at < self.quoted[number][1] else -1

    def _speaker(self, quote: int) -> ActorId | None:
        """Who speaks a quotation, if that is known by now: 'he' in it is hardly himself."""
        if quote < 0:
            return None
        _, _, start, end = self.quoted[quote]
        number = bisect_right(self.mention_starts, end) - 1
        while number >= 0 and self.mentions[number].span.start >= start:
            if self.mentions[number].actor.kind is ActorKind.PERSON:
                return self.mentions[number].actor.id
            number -= 1
        mention = self.by_start.get(start)
        return mention.actor.id if mention is not None else None

    def _trace(self, mention: Mention) -> None:
        kind = mention.actor.kind
        group = "person" if kind is ActorKind.PERSON else "many" if kind is ActorKind.GROUP else "body"
        if self._quote(mention.span.start) >= 0:
            self._trace_in_quote(mention, group)
            return
        sentence = self._sentence(mention.span.start)
        subject, governed = self._stance(mention)
        trails = self.trails[group]
        old = trails.pop(mention.actor.id, None)
        if old is not None and old.sentence == sentence:
            subject = subject or old.subject
            governed = governed and old.governed
        paragraph = bisect_right(self.paragraphs, mention.span.start)
        trails[mention.actor.id] = _Trail(mention.actor, mention, sentence, paragraph, subject, governed)
        if mention.span.start in self.speaking or mention.span.end in self.spoken_by:
            self.last_speaker = mention.actor

    def _stance(self, mention: Mention) -> tuple[bool, bool]:
        """Whether a mention is a subject, and whether a preposition or a possessive ending keeps it from being one."""
        start, end = mention.span.start, mention.span.end
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

    def _trace_in_quote(self, mention: Mention, group: str) -> None:
        """Names in a quotation count for the pronouns of the quotations of the same stretch only."""
        sentence = self._sentence(mention.span.start)
        trails = self.inner[group]
        trails.pop(mention.actor.id, None)
        trails[mention.actor.id] = _Trail(
            mention.actor, mention, sentence, bisect_right(self.paragraphs, mention.span.start), True
        )

    def _meaning(self, at: int, word: str, waiting: int) -> Actor | None:
        sort = self.words.sorts[word]
        if sort == "w":
            previous = self.mentions[waiting - 1] if waiting else None
            if (
                previous is not None
                and self.view[previous.span.end : at] in (", ", " ")
                and previous.actor.kind
                in (
                    ActorKind.PERSON,
                    ActorKind.GROUP,
                )
            ):
                return previous.actor
            return None
        end = at + len(word)
        if sort == "n" and word.lower() == "it" and self.words.idle.match(self.view, end):
            return None
        group = "person" if sort in ("m", "f") else "body" if sort == "n" else "many"
        if sort in ("m", "f"):
            ahead = self._ahead(at, waiting, sort)
            if ahead is not None:
                return ahead
        best = self._best(group, sort, at, end)
        if best is None and sort == "p":
            best = self._best("body", sort, at, end)
        if best is not None and sort in ("m", "f"):
            self.sexes.setdefault(best.id, sort)
        return best

    def _best(self, group: str, sort: str, at: int, end: int) -> Actor | None:
        """The likeliest of the actors so far: the nearer, the subject, and the one whose sex is known win."""
        sentence = self._sentence(at)
        quote = self._quote(at)
        speaker = self._speaker(quote)
        paragraph = bisect_right(self.paragraphs, at)
        best: Actor | None = None
        most = 0
        reach = _LOOK_BACK if sort in ("m", "f") else 1
        outer = list(itertools.islice(reversed(self.trails[group].values()), _MOST_ACTORS))
        inner = itertools.islice(reversed(self.inner[group].values()), _MOST_ACTORS) if quote >= 0 else ()
        for first, trails in ((0, outer), (len(outer), inner)):
            for age, trail in enumerate(trails, first):
                distance = sentence - trail.sentence
                if distance > reach:
                    break  # all further ones are still farther away
                score = self._score(trail, sort, distance, paragraph - trail.paragraph)
                if score is None or trail.actor.id == speaker or (distance == 0 and self._is_reflexive(trail, at, end)):
                    continue
                score -= age % _MOST_ACTORS
                if score > most:
                    best, most = trail.actor, score
        return best

    def _is_reflexive(self, trail: _Trail, at: int, end: int) -> bool:
        """Whether the pronoun is the object of the actor's own clause, where English would say 'itself'."""
        named = trail.mention.span.end
        if not trail.subject or at - named > _CLAUSE_LENGTH:
            return False
        pronoun = self.view[at:end].lower()
        if pronoun not in self.words.objects:
            return False
        if pronoun == "it" and self.words.predicate.match(self.view, end):
            return False
        return self.words.breaks.search(self.view, named, at) is None

    def _score(self, trail: _Trail, sort: str, distance: int, breaks: int) -> int | None:
        """How likely an actor is meant; None if he cannot be."""
        if sort in ("m", "f"):
            sex = self.sexes.get(trail.actor.id)
            if sex is not None and sex != sort:
                return None
            score = _START - _PER_SENTENCE * distance - _PER_PARAGRAPH * min(breaks, _MOST_PARAGRAPHS)
            score += _AS_SUBJECT * trail.subject - _GOVERNED * trail.governed + _SAME_SEX * (sex == sort)
            if self.last_speaker is not None and self.last_speaker.id == trail.actor.id:
                score += _LAST_SPEAKER
            return score
        bonus = 4 if trail.subject else 0
        if sort == "p" and trail.actor.kind is not ActorKind.GROUP:
            return 10 if distance == 0 and trail.subject and trail.actor.kind is ActorKind.ORGANIZATION else None
        return 14 - 3 * distance + bonus

    def _ahead(self, at: int, waiting: int, sort: str) -> Actor | None:
        """'Speaking before he left, X said': the subject that follows."""
        start, end = self.sentences[self._sentence(at)] if self.sentences else (0, 0)
        if not self.words.opener.match(self.view, start) or waiting >= len(self.mentions):
            return None
        following = self.mentions[waiting]
        comma = self.view.find(", ", at, end)
        if comma < 0 or following.span.start >= end or following.actor.kind is not ActorKind.PERSON:
            return None
        if any(
            m.span.start >= start and m.actor.kind is ActorKind.PERSON
            for m in self.mentions[max(0, waiting - 3) : waiting]
        ):
            return None
        between = self.view[comma + 2 : following.span.start]
        if len(between) < 30 and self.sexes.get(following.actor.id, sort) == sort and not _CLAUSE.search(between):
            return following.actor
        return None
