"""Who stands in a sentence: mentions of actors joined into the parties that may act or suffer."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from uzru.model.actor import ActorKind, MentionForm
from uzru.parsing.events import parts as p
from uzru.parsing.events.clauses import within
from uzru.parsing.events.groups import at_home, describes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model.actor import Actor, Mention
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon

__all__ = ["Party", "countries", "find_parties"]

_LOCAL = frozenset({"CVL", "EDU", "MED", "LAB", "REL", "AGR", "JUD", "COP", "OPP", "LEG"})  # 'in Chad' they are Chadian
_BODY = frozenset({"JUD", "COP", "OPP", "LEG"})  # where one body stands for all
# Members of an enumeration take long to look up.
_COUNTRY, _GROUP, _ORGANIZATION = ActorKind.COUNTRY, ActorKind.GROUP, ActorKind.ORGANIZATION
_DEMONYM, _NOMINAL, _PRONOUN = MentionForm.DEMONYM, MentionForm.NOMINAL, MentionForm.PRONOUN
_OWNERS = frozenset({_COUNTRY, _ORGANIZATION})
_PRIVATE_REACH = 2  # words behind 'Irish' of which one may tell of private life
_POSSESSIVE = frozenset({"'s", "’s"})
_MOST = 9  # parties that are joined into one
_GAP = 4  # words between the names of one noun phrase: 'Iran's religious leader Darius Amini'


class Party(NamedTuple):
    """Actors that stand as one in a sentence: 'Chad', 'the Malian minister Sira Keita', 'Chad and Mali'.

    Attributes:
        start: the first word.
        end: behind the last word.
        actors: who.
        pronoun: whether only a pronoun names them.
        home: the country that the phrase names: 'Chad's ruling Unity Party'.
    """

    start: int
    end: int
    actors: tuple[Actor, ...]
    pronoun: bool
    home: str | None = None


def countries(actors: Sequence[Actor]) -> frozenset[str]:
    """The countries of some actors; a body of no country stands for itself."""
    return frozenset(actor.country or (actor.sectors[0] if actor.sectors else actor.id) for actor in actors)


def find_parties(
    lexicon: Lexicon,
    clause: Clause,
    mentions: Sequence[Mention],
    groups: Sequence[tuple[int, int, Actor]],
    officials: frozenset[str],
) -> list[Party]:
    """The parties of a sentence, in order: who is named there, and the groups that are not."""
    singles: list[Party] = []
    for found in _in_order(lexicon, clause, mentions, groups):
        if singles and found.start < singles[-1].end:
            continue
        party = found
        if singles and not found.pronoun and _belongs(clause, singles[-1], found):
            group = singles.pop()
            head = _head(found.actors[0], group.actors[0], officials, found.actors[0].country)
            party = Party(group.start, found.end, (head,), False, found.actors[0].country)
        elif singles and not found.pronoun and _is_one_phrase(lexicon, clause, singles[-1], found):
            first = singles.pop()
            home = first.home or first.actors[0].country
            head = _head(first.actors[0], found.actors[0], officials, home)
            party = Party(first.start, found.end, (head,), False, home)
        singles.append(party)
    return _join(clause, singles)


def _in_order(
    lexicon: Lexicon, clause: Clause, mentions: Sequence[Mention], groups: Sequence[tuple[int, int, Actor]]
) -> list[Party]:
    found = []
    starts = clause.starts
    for number, mention in enumerate(mentions):
        span, form, actor = mention.span, mention.form, mention.actor
        start = bisect_left(starts, span.start)
        end = bisect_left(starts, span.end, start)
        if start >= end or starts[start] != span.start:
            continue
        if clause.end_of(end - 1) > span.end and not clause.words[end - 1].endswith("-led"):
            # Only a part of a word, 'Libyan-brokered'; but 'Chad-led' troops act for Chad.
            found += _two_peoples(clause, mentions[number : number + 2], start, end)
            continue
        if form is _NOMINAL and (describes(lexicon, clause, end) or _holds_verb(lexicon, clause, mentions, start, end)):
            continue
        if _describes_people(clause, mention, start) and _is_private(lexicon, clause, end):
            continue
        if actor.kind is _COUNTRY and _owns_private(lexicon, clause, end):
            continue
        found.append(Party(start, end, (actor,), form is _PRONOUN))
    if groups:
        named = {i for party in found for i in range(party.start, party.end)}
        found += [Party(a, b, (actor,), False) for a, b, actor in groups if named.isdisjoint(range(a, b))]
    return sorted(found, key=lambda party: (party.start, -party.end))


def _two_peoples(clause: Clause, mentions: Sequence[Mention], start: int, end: int) -> list[Party]:
    """The two whom one word names: 'Russian-Georgian talks'."""
    if len(mentions) < 2:
        return []
    first, last = mentions
    joined = last.span.start == first.span.end + 1 and last.span.end == clause.end_of(end - 1)
    return [Party(start, end, (first.actor, last.actor), False)] if joined else []


def _describes_people(clause: Clause, mention: Mention, start: int) -> bool:
    """Whether a name may say where people are from: 'an Irish', 'the Ivory Coast'."""
    if mention.form is _DEMONYM:
        return True
    return start > 0 and mention.actor.kind is _COUNTRY and clause.bits[start - 1] & p.DETERMINER > 0


def _owns_private(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a country owns people of private life: 'Chad's captain', 'Chad's biggest steelmaker'."""
    if i >= len(clause.words) or clause.words[i] not in _POSSESSIVE:
        return False
    for at in range(i + 1, min(i + 2 + _PRIVATE_REACH, len(clause.words))):
        if clause.words[at] in lexicon.private:
            return not (at + 1 < len(clause.words) and clause.capital[at + 1])
        if clause.bits[at] & (p.SMALL | p.NOUN):
            return False
    return False


def _holds_verb(lexicon: Lexicon, clause: Clause, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a noun phrase opens with a country and its verb: 'Chad accused Malian soldiers' is none."""
    if not any(bits & p.VERB for bits in clause.bits[start + 1 : end]):
        return False
    opening = [mention for mention in mentions if mention.span.start == clause.starts[start]]
    states = [mention.span.end for mention in opening if mention.actor.kind is _COUNTRY]
    behind = clause.index_at(states[-1]) if states else end
    if not start < behind < end or not clause.bits[behind] & p.VERB:
        return False
    return any("P" in form.kinds or "S" in form.kinds for form in lexicon.verbs[clause.words[behind]])


def _is_private(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether people of private life follow, who do not act for a country: 'the Irish band', 'a French car maker'."""
    near = clause.words[i : i + _PRIVATE_REACH]
    if lexicon.private.isdisjoint(near) or "-".join(near) in lexicon.nouns:
        return False  # 'Irish taxi drivers'
    return near[0] in lexicon.private or (near[0].isalpha() and near[0] not in lexicon.roles)


def _is_one_phrase(lexicon: Lexicon, clause: Clause, first: Party, last: Party) -> bool:
    """Whether only nouns and a possessive stand between two names; behind a country or many no verb does."""
    start, end = first.end, last.start
    if end - start > _GAP:
        return False
    actor = first.actors[0]
    many = actor.kind is _GROUP and clause.words[start - 1].endswith("s")  # 'miners blame Chad'
    verbless = many or (actor.kind is _COUNTRY and last.actors[0].kind is _COUNTRY)
    for i in range(start, end):
        word = clause.words[i]
        if word in _POSSESSIVE:
            continue
        if not word[0].isalpha() or (clause.bits[i] & p.SMALL and not clause.capital[i]):
            return False
        if (clause.bits[i] & p.VERB and (verbless or word not in lexicon.nouns)) or word.endswith(("ed", "day")):
            return False
    return True


def _belongs(clause: Clause, group: Party, owner: Party) -> bool:
    """Whether 'of' hangs a group on its country or body: 'the president of Chad', 'workers from the Red Cross'."""
    actor = group.actors[0]
    if actor.kind is not _GROUP or actor.country or owner.actors[0].kind not in _OWNERS:
        return False
    between = [word for word in clause.words[group.end : owner.start] if word != "the"]
    if between in (["in"], ["at"]) and owner.actors[0].kind is _COUNTRY:
        return not _LOCAL.isdisjoint(actor.sectors) and (
            actor.name.endswith("s") or not _BODY.isdisjoint(actor.sectors)
        )
    return between == ["of"] or between == ["from"]


def _head(first: Actor, last: Actor, officials: frozenset[str], home: str | None) -> Actor:
    """Whom 'Egyptian President Hany Fawzi', 'Malian soldiers', 'Red Cross officials' means.

    The last, as one of the first's country; but an organization's people act for it, and for their country so do
    'the Malian minister' and 'Mali's cabinet' where nobody knows more of them.
    """
    if last.kind is _GROUP and first.kind is _ORGANIZATION and first.sectors:
        return first
    if first.kind is _COUNTRY:
        nameless = last.kind is _GROUP and last.name in officials
        if nameless or (last.kind is _ORGANIZATION and not last.country and "GOV" in last.sectors):
            return first
    return at_home(last, home)


def _join(clause: Clause, singles: list[Party]) -> list[Party]:
    """'Chad and Mali', 'Chad, Niger and the Malian army' joined; an apposition belongs to whom it explains."""
    joined: list[Party] = []
    i, count = 0, len(singles)
    while i < count:
        at = end = i + 1
        while at < count and at - i < _MOST:
            link = _link(clause, singles[at - 1].end, singles[at].start)
            if not link or (link == "," and _names_group(singles[at - 1], singles[at])):
                break
            at += 1
            if link == "and":
                end = at
        joined.append(singles[i] if end == i + 1 else _together(singles[i:end]))
        i = end
    return joined


def _names_group(group: Party, named: Party) -> bool:
    """Whether persons behind a comma may be those of a group before it: 'the two ministers, X and Y,'."""
    return group.actors[0].kind is _GROUP and named.actors[0].kind is ActorKind.PERSON


def _together(run: Sequence[Party]) -> Party:
    """Some parties as one."""
    actors: list[Actor] = []
    for party in run:
        actors.extend(actor for actor in party.actors if actor not in actors)
    return Party(run[0].start, run[-1].end, tuple(actors), False)


def _link(clause: Clause, start: int, end: int) -> str:
    """What joins two names: 'and', ',', or nothing."""
    if not 0 < end - start <= _GAP + 2 or (clause.openings and within(clause.openings, start, end)):
        return ""
    gap = [clause.words[i] for i in range(start, end) if not clause.bits[i] & p.DETERMINER]
    if gap in (["and"], ["or"], ["&"], [",", "and"], ["and", "both"], ["as", "well", "as"]):
        return "and"
    if gap[:1] == ["and"] and len(gap) == 2 and not clause.bits[end - 1] & (p.SMALL | p.VERB):
        return "and" if gap[1][0].isalpha() else ""  # 'the cabinet and Hutu rebels'
    return "," if gap == [","] else "and" if gap[-1:] == ["-"] and len(gap) < _GAP - 1 else ""  # 'U.S.-Iranian'
