"""From the words that name a speaker to the actor they mean, once names and pronouns are resolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from uzru.model import ActorKind, Cue, Interval, MentionForm, PartialDate, Quote, QuoteId, Span
from uzru.model.span import make_fact_id
from uzru.parsing.quotes.headlines import HEADLINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model import Actor, Mention
    from uzru.parsing.quotes.attribution import Attribution
    from uzru.parsing.text import Reading

__all__ = ["speak"]

# What hangs on a name by one of these is not the head of its phrase.
_GOVERNED = re.compile(
    r"\b(?:of|for|at|from|with|by|in|on|to|against|near|under|and|than|about)"
    r"(?: (?:the|a|an|his|her|its|their|former|then))* ?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?= )")
_FOLLOWS = re.compile(r"[ -]([^\W\d_]+)")
_BEHIND = 40
_BEFORE_NAME = 3  # mentions behind a phrase, of whom the last may be the person it means: a country, a ministry, X
_PERSON = ActorKind.PERSON
_NAMED = (MentionForm.NAME, MentionForm.SHORT_NAME, MentionForm.ACRONYM)
_DESCRIBED = (MentionForm.NOMINAL, MentionForm.TITLE)
_RELATIVES = frozenset({"who", "which", "that"})
# What may follow the name of a body that is a phrase's head.
_BEHIND_HEAD = frozenset({"in", "of", "at", "on", "from", "and", "who", "itself", "for", "s"})
_LISTED = re.compile(r"(?:,|,? (?:and|or)|,? as well as)(?: [\w-]+){0,2} ")


def speak(
    reading: Reading, attributions: Sequence[Attribution], mentions: Sequence[Mention], article_id: str = ""
) -> tuple[Quote, ...]:
    """The quotations with their speakers: each speaker span becomes the actor of the mention in it.

    The mentions come in the order of the text.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.quotes import Quotes
    >>> from uzru.parsing.text import Reading
    >>> reading = Reading('"No," Malika said.')
    >>> [quote.text for quote in speak(reading, Quotes(Knowledge())(reading, (), ()), ())]
    ['No,']
    """
    text = reading.text
    people = _Mentions(mentions, reading.view)
    made: list[Quote] = []
    ids = [_quote_id(article_id, attribution) for attribution in attributions]
    for index, attribution in enumerate(attributions):
        owner = attribution if attribution.repeats is None else attributions[attribution.repeats]
        speaker_span = owner.speaker_span if attribution.speaker_span is None else attribution.speaker_span
        when = attribution.when.value if attribution.when is not None else None
        speaker = people.actor_of(speaker_span)
        if speaker is None and attribution.rule == "interview":
            speaker = people.guest(reading)
        made.append(
            Quote(
                id=ids[index],
                kind=attribution.kind,
                spans=attribution.spans,
                verbatim=attribution.verbatim,
                text=" ".join([text[span.start : span.end] for span in attribution.spans]),
                speaker=speaker,
                speaker_span=speaker_span,
                cue=None
                if attribution.cue is None
                else Cue(span=attribution.cue, lemma=attribution.lemma, category=attribution.category),
                addressee=people.actor_of(attribution.addressee_span),
                addressee_span=attribution.addressee_span,
                when=when if isinstance(when, (PartialDate, Interval)) else None,
                insertions=attribution.insertions,
                elisions=attribution.elisions,
                repeats=None if attribution.repeats is None else ids[attribution.repeats],
                confidence=attribution.confidence,
                rule=attribution.rule,
            )
        )
    return tuple(made)


def _quote_id(article_id: str, attribution: Attribution) -> QuoteId:
    return QuoteId(make_fact_id("quote", article_id, attribution.kind, *attribution.spans))


class _Mentions:
    """The mentions of a text, found by where they stand."""

    def __init__(self, mentions: Sequence[Mention], view: str) -> None:
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.view = view

    def guest(self, reading: Reading) -> Actor | None:
        """Who answers in an interview without names ('A: No.'): the only person whom the headline names."""
        titles = [(start, end) for start, end, kind in reading.paragraphs if kind in HEADLINES]
        named = {
            mention.actor.id: mention.actor
            for start, end in titles
            for mention in self.within(Span(start, end))
            if mention.actor.kind == "person"
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def within(self, span: Span) -> list[Mention]:
        """The mentions that share a character with a span."""
        start = span.start
        at = bisect_left(self.starts, start)
        near = self.mentions[max(0, at - 3) : bisect_left(self.starts, span.end, at)]
        return [mention for mention in near if mention.span.end > start]

    def actor_of(self, span: Span | None) -> Actor | None:
        """Whom a noun phrase means: the actor of its head, not of what hangs on it."""
        if span is None:
            return None
        words = self.view[span.start : span.end]
        if words.lower() in _RELATIVES:
            return self._antecedent(span)
        heads = [mention for mention in self.within(span) if self._may_be_head(mention, span)]
        if not heads:
            return self._apposed(span.end)
        comma = words.find(",")
        reach = span.start + comma if comma > 0 else span.end
        if len(heads) == 1:
            actor = heads[0].actor
            return actor if actor.kind is _PERSON and heads[0].form in _NAMED else self._apposed(reach) or actor
        front = [mention for mention in heads if mention.span.start < reach] or heads
        named = [mention for mention in front if mention.form in _NAMED]
        persons = [mention for mention in named if mention.actor.kind == "person"]
        if not persons and (apposed := self._apposed(reach)) is not None:
            return apposed
        if not persons and not named:
            return front[0].actor
        return self._first_listed(persons or named, heads).actor

    def _first_listed(self, chosen: list[Mention], heads: list[Mention]) -> Mention:
        """The last of the chosen, or the first of the list that it closes: 'France, Germany, and Italy'."""
        found = chosen[-1]
        for mention in reversed(heads):
            if mention.span.end <= found.span.start:
                gap = self.view[mention.span.end : found.span.start]
                if mention.actor.kind != found.actor.kind or not _LISTED.fullmatch(gap):
                    break
                found = mention
        return found

    def _may_be_head(self, mention: Mention, span: Span) -> bool:
        start, end = mention.span.start, mention.span.end
        if start > span.start and _GOVERNED.search(self.view[span.start : start]):
            return False
        if end >= span.end:
            return True
        after = self.view[end : span.end]
        if _POSSESSIVE.match(after) and len(after) > len("'s"):
            return False
        # 'Uzbek officials', 'Human Rights Watch spokesman': a name before a common noun is no head.
        follows = _FOLLOWS.match(after)
        if follows is not None and mention.form is MentionForm.PRONOUN and "sel" not in follows[1]:
            return False  # 'his lawyer', but 'he himself'
        if follows is None or mention.actor.kind == "person" or mention.form in _DESCRIBED:
            return True
        if mention.form is MentionForm.DEMONYM and follows[1] == "and":
            return False  # 'Russian and Western agencies'
        return follows[1].lower() in _BEHIND_HEAD

    def _apposed(self, end: int) -> Actor | None:
        """The person named right behind a phrase: 'the mayor's lawyer, Joan Tregear,'; an office may stand in front."""
        first = bisect_left(self.starts, end)
        for named in self.mentions[first : first + _BEFORE_NAME]:
            gap = self.view[end : named.span.start]
            if not gap.startswith(", ") or "," in gap[2:] or len(gap) > _BEHIND or any(map(str.islower, gap.split())):
                return None
            if named.actor.kind == "person":
                return named.actor if self.view[named.span.end : named.span.end + 1] == "," else None
        return None

    def _antecedent(self, span: Span) -> Actor | None:
        """The mention right before a relative pronoun."""
        at = bisect_left(self.starts, span.start)
        for mention in reversed(self.mentions[max(0, at - 2) : at]):
            gap = self.view[mention.span.end : span.start]
            if len(gap) < _BEHIND and not gap.strip(" ,"):
                return mention.actor
        return None
