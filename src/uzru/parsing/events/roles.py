"""Who acts and who suffers: parties given to an event by where they stand around its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.model.actor import ActorKind
from uzru.model.plover import EventType
from uzru.parsing.events.parties import Party, countries
from uzru.parsing.events.parts import (
    ADVERB,
    AUXILIARY,
    BE,
    FUTURE,
    HAVE,
    MODAL,
    NEGATION,
    SMALL,
    SUBORDINATOR,
    TOWARDS,
    VERB,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model.actor import Actor
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.coding import Coding
    from uzru.parsing.events.lexicon import Lexicon

__all__ = ["DOMESTIC", "LINKS", "LINK_REACH", "Roles", "assign_noun_roles", "assign_roles"]

DOMESTIC = frozenset(
    EventType(name) for name in "COERCE CONCEDE PROTEST ASSAULT ACCUSE REJECT REQUEST RETREAT THREATEN SANCTION".split()
)
"""Types whose target is at home where no other is told."""

_MUTUAL = frozenset(EventType(name) for name in "AGREE CONSULT SUPPORT COOPERATE ASSAULT MOBILIZE".split())
_HELPS = AUXILIARY | MODAL | ADVERB | NEGATION  # what may stand between a subject and its verb
_OWNER = 3  # words from an owner to what is owned: 'rebel rocket fire hit'
_BY_LOCALS = frozenset(
    {EventType.REQUEST, EventType.PROTEST, EventType.ACCUSE, EventType.THREATEN}
)  # of those who live there
_DONE_TO = frozenset({EventType.COERCE, EventType.SANCTION})  # what authorities do 'of' whom
_VICTIM_REACH = 5  # words from that 'of' to whom it names
_STATELESS = frozenset({"IGO", "NGO", "ISM", "IMG"})
_SENT = frozenset({EventType.MOBILIZE, EventType.AID, EventType.RETREAT})  # what troops do that are sent or withdrawn
_SAID_ABROAD = frozenset({EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.THREATEN})  # by states
_CHARGES = frozenset({EventType.ACCUSE, EventType.SANCTION, EventType.THREATEN})  # made 'against' somebody
_OWN = frozenset({"its", "his", "her", "their", "own"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "where"})
_LOCATING = frozenset({"in", "at", "near", "outside", "inside", "throughout", "during", "since", "across"})
LINK_REACH = 7  # words from a noun to the party that a preposition hangs on it
LINKS = frozenset("by between against on upon with of into to in at for from over".split())
_JOINING = frozenset({"and", "but", ";", ":"})  # what may open a clause of its own
_SHARED = frozenset({"between", "of", "for", "from"})  # before two who stand together
_ANTECEDENT = 2  # words from whom a relative clause describes to that clause: a head noun, a comma
_BY_REACH = 6  # words between 'by' and the name of who acts


_ACCUSE, _CONSULT, _MOBILIZE = EventType.ACCUSE, EventType.CONSULT, EventType.MOBILIZE


class Roles(NamedTuple):
    """Who takes part in an event.

    Attributes:
        sources: who acts.
        targets: who suffers.
        reciprocal: whether the sources act on each other.
        at_home: whether the target is the source's own country, by inference.
        victims: who suffers what the target is accused of.
    """

    sources: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    reciprocal: bool = False
    at_home: bool = False
    victims: tuple[Actor, ...] = ()


def assign_roles(lexicon: Lexicon, clause: Clause, coding: Coding, parties: Sequence[Party]) -> Roles:
    """The roles of an event that a verb tells."""
    verb = coding.verb
    assert verb is not None
    before, lead, after = _around(clause, coding, verb.word, parties)
    if verb.passive and not coding.speaker_acts:
        return _passive(lexicon, clause, coding, before or _antecedent(clause, coding, lead), after)
    if coding.of_noun:
        before = [p for p in before if p.start <= coding.subject <= p.end + _OWNER]
        lead = []
    free = [p for p in before if not _is_located(clause, p)]
    if not free and coding.type in _BY_LOCALS and not (lead or coding.of_noun):
        free = before[:1]  # 'tribes in Chad demand'
    before = free or [p for p in before if p.actors[0].kind is not ActorKind.COUNTRY]
    inner = [p for p in before if p.start >= coding.floor]
    if coding.speaker_acts:
        speakers = [p for p in before if p.end <= coding.floor]
        speakers = speakers or [p for p in parties if _kind(clause, p) == "attribution"]
        return Roles(_actors(speakers[:1] or before[:1]), _actors((inner or after)[:1] if speakers else after[:1]))
    source = _own_subject(clause, verb.word, inner) or next(iter(inner or before or lead), None)
    source = _named(clause, source, before) or source
    if source is not None and len(source.actors) > 1 and coding.type in _MUTUAL and len(countries(source.actors)) > 1:
        return Roles(source.actors, (), True)
    if coding.mode == "resign":
        return Roles(source.actors if source else ())
    others = [p for p in before if (source is None or p.start > source.start) and not _is_aside(clause, p)]
    return _with_target(lexicon, clause, coding, source, [*after, *others])


def _around(
    clause: Clause, coding: Coding, word: int, parties: Sequence[Party]
) -> tuple[list[Party], list[Party], list[Party]]:
    """The parties before a verb in its clause, those of the lead-in or of what a side clause hangs on, those behind."""
    kinds, stretches = clause.kinds, clause.stretches
    if len(stretches) == 1 and stretches[0].kind == "main":
        before, after = [p for p in parties if p.end <= word], [p for p in parties if p.start > word]
        return before, [], _behind(clause, word, after)
    own = [(party, kind) for party in parties if (kind := stretches[kinds[party.start]].kind) != "attribution"]
    stretch = stretches[coding.stretch]
    ceiling = clause.ceiling_of(coding.stretch)
    if stretch.kind == "further":
        floor = clause.floor_of(coding.stretch)
        own = [(party, kind) for party, kind in own if floor <= party.start]
        stretch = stretch._replace(kind="main")
    if stretch.kind == "main":
        own = [(party, kind) for party, kind in own if party.start < ceiling]
    else:
        before = [p for p, _ in own if stretch.start <= p.start and p.end <= word]
        lead = [p for p, _ in own if p.end <= stretch.start][-1:] if not before else []
        return before, lead, [p for p, _ in own if word < p.start and p.end <= stretch.end]
    before = [p for p, kind in own if p.end <= word and kind != "lead-in"]
    lead = [p for p, kind in own if kind == "lead-in"]
    return before, lead, _behind(clause, word, [p for p, _ in own if p.start > word])


def _behind(clause: Clause, word: int, parties: Sequence[Party]) -> list[Party]:
    """Those of the parties behind a verb of a main clause that are no part of a clause that describes another."""
    if not parties:
        return []
    relative = _relative_start(clause, word)
    after = [p for p in parties if p.start < relative]
    return [p for p in after if not _is_aside(clause, p)] or [p for p in after if not p.pronoun]


def _antecedent(clause: Clause, coding: Coding, lead: Sequence[Party]) -> list[Party]:
    """Whom a relative clause describes: 'the party, which is banned in Chad'."""
    start = clause.stretches[coding.stretch].start
    if clause.words[start] not in _RELATIVE or "by" in clause.words[coding.last + 1 : coding.last + _BY_REACH]:
        return []
    return [party for party in lead if start - party.end <= _ANTECEDENT]


def _relative_start(clause: Clause, word: int) -> int:
    """Where a clause that describes a noun begins behind a verb: 'the bombing that killed'; the end if none does."""
    words, bits = clause.words, clause.bits
    if "that" in words:
        for i in range(word + 2, len(words) - 1):
            if words[i] == "that" and bits[i + 1] & (VERB | HAVE | BE | FUTURE):
                return i
    return len(words)


def _is_aside(clause: Clause, party: Party) -> bool:
    """Whether a party stands in a clause that only describes somebody else: 'refugees who have lived in Iraq'."""
    stretch = clause.stretches[clause.kinds[party.start]]
    return stretch.kind == "side" and clause.words[stretch.start] in _RELATIVE


def _is_located(clause: Clause, party: Party) -> bool:
    """Whether a party only tells where: 'the bombings at embassies'."""
    return not _LOCATING.isdisjoint(clause.words[max(party.start - 2, 0) : party.start])


def _own_subject(clause: Clause, word: int, parties: Sequence[Party]) -> Party | None:
    """The party right before a verb that begins a clause of its own: 'X won and, in 1999, Chad left'."""
    if len(parties) < 2:
        return None
    first, last = parties[-2:]
    if not all(clause.bits[i] & _HELPS or clause.words[i].endswith("ly") for i in range(last.end, word)):
        return None
    gap = clause.words[first.end : last.start]
    opens = not _JOINING.isdisjoint(gap) or gap[-1:] == ["that"]
    return last if opens and _SHARED.isdisjoint(gap[-2:]) else None


def _named(clause: Clause, group: Party | None, parties: Sequence[Party]) -> Party | None:
    """Who a group without a country is, by the names between commas behind it: 'the two ministers, X and Y, signed'."""
    if group is None or group.actors[0].kind is not ActorKind.GROUP:
        return None
    land = group.actors[0].country
    words = clause.words
    for party in parties:
        if group.end <= party.start and words[party.end : party.end + 1] == [","]:
            named = all(actor.kind is ActorKind.PERSON and (actor.country or not land) for actor in party.actors)
            return party if named and words[group.end : party.start].count(",") == 1 else None
    return None


def _kind(clause: Clause, party: Party) -> str:
    return clause.stretches[clause.kinds[party.start]].kind


def _actors(parties: Sequence[Party]) -> tuple[Actor, ...]:
    return parties[0].actors if parties else ()


def _with_target(
    lexicon: Lexicon, clause: Clause, coding: Coding, source: Party | None, others: Sequence[Party]
) -> Roles:
    """The source, and whom 'against' names, else the first of the others, else the country itself.

    Whom the source owns ('its embassy in Chad', 'the withdrawal of its troops') gives way to foreigners.
    """
    sources = source.actors if source else ()
    sent = _is_sending(lexicon, coding)
    candidates = [p for p in others if not (_is_among(p.actors, sources) or (sent and _is_object(coding, p)))]
    owned = [p for p in candidates if _is_own(clause, p, sources, _is_object(coding, p))]
    abroad = [p for p in candidates if _is_foreign(p, sources) and p not in owned]
    if owned and (abroad or coding.type is _MOBILIZE):
        candidates = [p for p in candidates if p not in owned]
    if coding.type in _CHARGES and _has_object(coding):
        against = (p for p in candidates if "against" in clause.words[max(p.start - 2, 0) : p.start])
        if charged := next(against, None):
            return Roles(sources, charged.actors)
    if coding.type is _ACCUSE and coding.verb:
        victims = [p for p in candidates if _is_victim(lexicon, clause, coding.verb.end, p)]
        candidates = [p for p in candidates if p not in victims]
        if victims and not candidates:
            return Roles(sources, victims=victims[0].actors)
    if coding.type not in DOMESTIC:
        return Roles(sources, _actors((abroad or candidates)[:1]))
    if candidates:
        return Roles(sources, candidates[0].actors)
    states = coding.type in _SAID_ABROAD and all(_speaks_abroad(lexicon, actor) for actor in sources)
    alone = len(countries(sources)) == 1 and not states
    return Roles(sources, (), reciprocal=bool(sources) and not alone, at_home=alone)


def _is_among(actors: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Whether each of some actors is one of the others."""
    return all(map(others.__contains__, actors))


def _speaks_abroad(lexicon: Lexicon, actor: Actor) -> bool:
    """Whether an actor speaks for a country to others: the country itself, its envoy."""
    if actor.kind is ActorKind.ORGANIZATION:
        return "-".join(actor.name.lower().split()[-2:]) in lexicon.posted
    return actor.kind is ActorKind.COUNTRY or actor.name in lexicon.posted


def _is_victim(lexicon: Lexicon, clause: Clause, start: int, party: Party) -> bool:
    """Whether a party suffers what somebody is accused of: 'condemned the arrest of two editors'."""
    words = clause.words[start : party.start]
    at = next((start + i for i, word in enumerate(words) if word in ("of", "against")), start)
    if at == start:
        return False
    if party.start - at > _VICTIM_REACH or not all(word.isalnum() for word in words[at - start :]):
        return False
    sense = lexicon.noun_senses.get(lexicon.nouns.get(clause.words[at - 1], ""))
    return sense is not None and sense.type in _DONE_TO


def _is_own(clause: Clause, party: Party, owners: Sequence[Actor], acted_on: bool) -> bool:
    """Whether a party belongs to somebody: 'closed its embassy', 'its troops'; but not 'its neighbors'."""
    if _OWN.isdisjoint(clause.words[max(party.start - 2, 0) : party.start + 1]):
        return False
    home = {actor.country for actor in owners}
    return all(actor.country in home if actor.country else acted_on or "MIL" in actor.sectors for actor in party.actors)


def _has_object(coding: Coding) -> bool:
    """Whether an object decided what a verb tells: 'filed a complaint'."""
    return coding.object[0] < coding.object[1]


def _is_foreign(party: Party, sources: Sequence[Actor]) -> bool:
    """Whether a party belongs to another country than the sources, or to none as bodies between states do."""
    home = {actor.country for actor in sources}
    return any(
        (actor.country and actor.country not in home) or not _STATELESS.isdisjoint(actor.sectors)
        for actor in party.actors
    )


def _is_sending(lexicon: Lexicon, coding: Coding) -> bool:
    """Whether what a verb acts on is sent or given, not who suffers it: 'sent troops to Chad'."""
    lemma = coding.verb.lemma.partition("-")[0] if coding.verb else ""
    return coding.type is _MOBILIZE or "sending" in lexicon.operators.get(lemma, ())


def _is_object(coding: Coding, party: Party) -> bool:
    """Whether a party is the object that decided."""
    start, end = coding.object
    return party.start < end and start < party.end


def _passive(
    lexicon: Lexicon, clause: Clause, coding: Coding, before: Sequence[Party], after: Sequence[Party]
) -> Roles:
    """'X was expelled by Y': the subject suffers, whom 'by' names acts."""
    verb = coding.verb
    assert verb is not None
    inner = [p for p in before if p.start >= coding.floor]
    if not inner and coding.floor == clause.floor_of(coding.stretch):
        inner = list(before)
    agent = next((p for p in after if "by" in clause.words[max(verb.word, p.start - _BY_REACH) : p.start]), None)
    given = coding.object[0] > verb.word  # 'were given shelter in Mali'
    if given and coding.type is EventType.AID and inner and not agent:
        return Roles(_actors([p for p in after if _is_located(clause, p)][:1]), inner[0].actors)
    if agent is None and inner and coding.type in _SENT and _is_sending(lexicon, coding):  # 'were sent to Mali'
        abroad = [p for p in after if _is_foreign(p, inner[0].actors)]
        return Roles(inner[0].actors, _actors(abroad[:1]))
    if coding.type is EventType.AGREE:  # 'promised that the guilty would be punished'
        speaker = next((p for p in inner if "that" in clause.words[p.end : verb.word]), None)
        if speaker:
            return Roles(speaker.actors, _actors([p for p in inner if p.start > speaker.start][:1]))
    targets = _actors(inner[:1] or [p for p in after if p is not agent][:1])
    return Roles(_actors([agent] if agent else []), targets, at_home=bool(agent and not targets))


def assign_noun_roles(
    lexicon: Lexicon, clause: Clause, type_: EventType, first: int, end: int, parties: Sequence[Party]
) -> Roles:
    """The roles of an event that a noun tells: 'Chad's raid on Mali', 'the shelling of Mopti by rebels'."""
    sources: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    reciprocal = False
    for party in parties:
        if party.end <= first and first - party.end <= 3 and _modifies(clause, party.end, first):
            sources, reciprocal = party.actors, type_ in _MUTUAL and len(countries(party.actors)) > 1
        if party.start < end:
            continue
        link = _link(lexicon, clause, end, party.start)
        if not link:
            break
        end = party.end
        if link == "by" or (link == "for" and type_ is _CONSULT):
            sources = party.actors
        elif link == "between" or (link == "of" and type_ is EventType.CONSULT and len(party.actors) > 1):
            sources, reciprocal = party.actors, len(party.actors) > 1
        elif not targets and (link in ("with", "of") or lexicon.bits.get(link, 0) & TOWARDS):
            targets = party.actors
    if targets and not sources and type_ is _CONSULT:
        stretch = clause.kinds[first]
        sources = next((p.actors for p in reversed(parties) if p.end <= first and clause.kinds[p.start] == stretch), ())
    return Roles(sources, targets, reciprocal)


def _modifies(clause: Clause, start: int, end: int) -> bool:
    """Whether a party before a noun stands in its phrase: 'Malian forces' raid', 'Chad's latest attack'."""
    words, bits = clause.words, clause.bits
    return all(
        words[i] in _POSSESSIVE or (words[i][0].isalpha() and not bits[i] & (SMALL | VERB)) for i in range(start, end)
    )


def _link(lexicon: Lexicon, clause: Clause, start: int, end: int) -> str:
    """The preposition that hangs a party on a noun: it opens the words between them, which hold no verb."""
    words = clause.words
    if not 0 < end - start <= LINK_REACH or words[start] not in LINKS:
        return ""
    for i in range(start, end):
        word, bits = words[i], clause.bits[i]
        if not word[0].isalnum() or (bits & VERB and word not in lexicon.nouns):
            return ""
        if bits & SUBORDINATOR or word in ("and", "that", "as"):
            return ""
    return next(word for word in reversed(words[start:end]) if word in LINKS)
