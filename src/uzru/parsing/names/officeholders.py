"""Who is meant by an office alone ('the Uzbek president'): who is known to have held it on the day of writing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Actor, ActorId, ActorKind, CountryCode, Mention, MentionForm, PartialDate, Role, Span
from uzru.parsing.names.belonging import Belonging, at_home, replaced
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.named import Named
from uzru.parsing.text import Reading

__all__ = ["Officeholders"]

_PERSON, _GROUP, _COUNTRY = ActorKind.PERSON, ActorKind.GROUP, ActorKind.COUNTRY
# Up to five words behind a country's adjective or name, of which the first ones may be an office.
_WORDS = re.compile(r"(?:['’]s)?((?: [A-Za-z]+(?:-[A-Za-z]+)*){1,5})")
# 'the president of ', with the word in front
_BEFORE = re.compile(r"(?:^|(\w+)\W+|\W)(?:[Tt]he|his|her) ((?:[a-z]+[ -]){1,5})of (?:the )?$")
# Who is, becomes or is taken for the holder need not be the one of the day.
_TO_BE = frozenset("as be become becomes became becoming been being elect elected name named appoint appointed".split())
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_FRONT = 60  # characters in front of a country in which its office stands
_NEARBY = 150  # characters on both sides in which another year casts doubt
_COUNTERPART = "counterpart"


class Officeholders:
    """Adds mentions of persons who are told by their office and country, or as somebody's counterpart, only.

    Nothing is added without a date, if another year is named nearby, if the words go on to a name, or if the tables do
    not know exactly one holder.

    >>> from uzru.parsing.names import Names
    >>> knowledge = Knowledge()
    >>> names = Names(knowledge)
    >>> reading = Reading("The Uzbek president met his Russian counterpart.")
    >>> today = PartialDate.parse("2004-04-15")
    >>> named = Officeholders(knowledge, names.lexicon)(reading, names(reading), ((0, today),))
    >>> [(reading.text[m.span.slice], m.actor.name) for m in named.mentions if m.form == "title"]
    [('Uzbek president', 'Islam Karimov'), ('Russian counterpart', 'Vladimir Putin')]
    """

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._known = lexicon.known
        self._belonging = Belonging(lexicon)
        self._leading, self._frequent = lexicon.closed["leading"], lexicon.closed["surname"]
        offices = knowledge.table("office-titles")
        said = {name.casefold() for title, names in offices for name in (title, *names.split("|"))}
        self._titles = frozenset(said | {row[1] for row in knowledge.table("offices")})

    def __call__(self, reading: Reading, named: Named, anchors: Sequence[tuple[int, PartialDate | None]]) -> Named:
        """The same with the mentions added; `anchors` tell the date from an offset on."""
        named = self._belonging(reading, self._with_surnames(named, anchors))
        if all(day is None for _, day in anchors):
            return named
        added = list(self._found(reading.view, named, anchors))
        if not added:
            return named
        mentions = tuple(sorted((*named.mentions, *added), key=lambda mention: (mention.span.start, -mention.span.end)))
        actors = {mention.actor.id: mention.actor for mention in mentions}
        actors |= {actor.id: actor for actor in named.actors if actor.id not in actors}
        sexes = {
            mention.actor.id: sex for mention in added if (sex := self._known.sex_of(mention.actor.name)) is not None
        }
        return attrs.evolve(named, mentions=mentions, actors=tuple(actors.values()), sexes={**sexes, **named.sexes})

    def _with_surnames(self, named: Named, anchors: Sequence[tuple[int, PartialDate | None]]) -> Named:
        """'President Karimov' or 'Karimov', with nothing else of him in the text, is who is known by that name."""
        told = {actor.country for actor in named.actors if actor.country}
        likely = [actor for actor in named.actors if _is_at_large(actor)]
        if not likely:
            return named
        starts = {mention.actor.id: mention.span.start for mention in reversed(named.mentions)}
        meant: dict[ActorId, Actor] = {}
        for actor in likely:
            day = _day_at(anchors, starts.get(actor.id, 0))
            known = self._official(actor, day, told) if actor.roles else self._well_known(actor, day, told)
            if known is not None:
                meant[actor.id] = known
        return replaced(named, meant)

    def _well_known(self, actor: Actor, day: PartialDate | None, told: set[CountryCode]) -> Actor | None:
        """The leader who is meant by a surname alone; of several, the one of a country that the text names.

        Without a country, nobody is meant by a surname that many have.
        """
        known = self._known.known_by_surname(actor.name, self._leading, day)
        at_home = tuple(one for one in known if one.country in told)
        if not at_home and actor.name in self._frequent:
            return None
        known = at_home or known
        return self._one_of(known, actor) if len({one.country for one in known}) == 1 else None

    def _one_of(self, known: Sequence[Actor], actor: Actor) -> Actor:
        """The known one whom a text means by an actor; of several of one country the country alone is told."""
        if len(known) > 1:
            return at_home(actor, known[0].country)
        said = Actor(
            name=known[0].name, kind=actor.kind, roles=actor.roles, aliases=(actor.name,), sectors=actor.sectors
        )
        return self._known.identify(said)

    def _official(self, actor: Actor, day: PartialDate | None, told: set[CountryCode]) -> Actor | None:
        """The one who is meant, if the text names his country or the tables know the surname in one country only.

        If several of one country held the office, such as a father and his son, the country is known.
        """
        for role in actor.roles:
            known = self._known.officials(actor.name, role.title, day)
            countries = {one.country for one in known if one.country}
            if len(countries) != 1:
                continue
            sure = (
                day is not None  # so that nobody else of the name held the office
                or " " in actor.name
                or countries <= told
                or len(self._known.countries_of(actor.name)) == 1
            )
            if not sure and len(known) == 1:
                continue
            return self._one_of(known, actor)
        return None

    def _found(self, view: str, named: Named, anchors: Sequence[tuple[int, PartialDate | None]]) -> Iterator[Mention]:
        own = {actor.id: actor for actor in named.actors}
        taken = sorted(m.span.start for m in named.mentions if m.form is not MentionForm.DEMONYM)
        last: Mention | None = None
        for mention in named.mentions:
            start, end = mention.span.start, mention.span.end
            if mention.actor.kind is _PERSON:
                last = mention
                continue
            day = _day_at(anchors, start)
            if day is None:
                continue
            office = self._behind(view, mention, day, last) or self._in_front(view, mention, day)
            if office is None or _tells_another_year(view, start, day):
                continue
            start, to, title, holder = office
            if bisect_left(taken, start) != bisect_left(taken, mention.span.start):
                continue
            if bisect_left(taken, end) != bisect_left(taken, to) or _goes_on(view, to):
                continue
            last = Mention(
                span=Span(start, to),
                actor=own.setdefault(holder.id, holder),
                form=MentionForm.TITLE,
                role=_role(title, mention.actor),
                why=(f"held the office on {day}, as the tables know",),
            )
            yield last

    def _behind(
        self, view: str, mention: Mention, day: PartialDate, last: Mention | None
    ) -> tuple[int, int, str, Actor] | None:
        """The office behind a country or body, from where to where, and who held it."""
        words = _office_words(view, mention)
        office = self._office(words, mention.actor, day, last) if words else None
        return None if office is None else (mention.span.start, mention.span.end + office[0], *office[1:])

    def _in_front(self, view: str, mention: Mention, day: PartialDate) -> tuple[int, int, str, Actor] | None:
        """The same for 'the president of', in front of a country or body."""
        start, end = mention.span.start, mention.span.end
        begin = max(0, start - _FRONT)
        if mention.form is MentionForm.DEMONYM or mention.actor.kind is _GROUP:
            return None
        front = view[begin:start]
        match = _BEFORE.search(front) if front.endswith(("of ", "of the ")) else None
        if match is None:
            return None
        title = match[2].rstrip(" -").casefold()
        apposition = view[end : end + 2] == ", " and view[end + 2 : end + 3].isupper()
        if title not in self._titles or (match[1] or "").casefold() in _TO_BE or apposition:
            return None
        holder = self._holder(_role(title, mention.actor), day)
        return None if holder is None else (begin + match.start(2), end, title, holder)

    def _office(
        self, words: list[str], owner: Actor, day: PartialDate, last: Mention | None
    ) -> tuple[int, str, Actor] | None:
        """How long the office is in the text, what it is, and who held it."""
        for count in range(len(words), 0, -1):
            said = "".join(words[:count])
            title = said.removeprefix("'s").removeprefix("’s").strip().casefold()
            if title == _COUNTERPART and count == 1:
                own = None if last is None else last.role or last.actor.role_at(day)
                title = own.title if own is not None else ""
            elif title not in self._titles:
                continue
            role = _role(title, owner) if title else None
            holder = None if role is None else self._holder(role, day)
            return None if holder is None else (len(said), title, holder)
        return None

    def _holder(self, role: Role, day: PartialDate) -> Actor | None:
        return self._known.holder(role.title, day, country=role.country or "", organization=role.organization or "")


def _is_at_large(actor: Actor) -> bool:
    """Whether it is a person of whose offices, if he has any, the text does not say whose they are."""
    if actor.kind is not _PERSON or actor.country:
        return False
    return not any(role.country or role.organization for role in actor.roles)


def _day_at(anchors: Sequence[tuple[int, PartialDate | None]], at: int) -> PartialDate | None:
    """The day of the part of the text that holds the offset."""
    return anchors[max(0, bisect_right(anchors, at, key=itemgetter(0)) - 1)][1]


def _office_words(view: str, mention: Mention) -> list[str]:
    """The words behind a country or body that may name an office, with the blank in front of each."""
    end = mention.span.end
    demonym = mention.form is MentionForm.DEMONYM
    if mention.actor.kind is _GROUP:
        return []
    if view.startswith(" ", end):
        if (mention.actor.kind is _COUNTRY and not demonym) or not _is_determined(view, mention.span.start):
            return []
    elif demonym:
        return []
    match = _WORDS.match(view, end, end + 60)
    if match is None:
        return []
    words = re.findall(r" [^ ]+", match[1])
    return [view[end : match.start(1)] + words[0], *words[1:]]


def _is_determined(view: str, start: int) -> bool:
    """Whether an article or the like stands in front, and nobody is said to be or become what follows."""
    before = re.findall(r"\w+", view[max(0, start - 20) : start].lower())
    return before[-1:] in (["the"], ["his"], ["her"]) and _TO_BE.isdisjoint(before[-2:-1])


def _role(title: str, owner: Actor) -> Role:
    """The office of this title in the country or the organization."""
    if owner.kind is _COUNTRY:
        return Role(title=title, country=owner.country)
    return Role(title=title, organization=owner.name)


def _tells_another_year(view: str, at: int, day: PartialDate) -> bool:
    begin = view.rfind("\n", max(0, at - _NEARBY), at) + 1 or max(0, at - _NEARBY)
    end = view.find("\n", at, at + _NEARBY)
    years = _YEAR.findall(view, begin, end if end > 0 else at + _NEARBY)
    return any(int(year) != day.year for year in years)


def _goes_on(view: str, end: int) -> bool:
    """Whether the words behind make the office somebody's or something's else: a name, 'of', a hyphen."""
    return view.startswith((" of ", "-"), end) or (view[end : end + 1] == " " and view[end + 1 : end + 2].isupper())
