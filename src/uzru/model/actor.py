"""Who and where: actors with their offices, places, and where an article names them."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from uzru.errors import ModelError
from uzru.model.span import ActorId, CountryCode, Span, make_id
from uzru.model.vocabulary import Vocabulary
from uzru.model.when import Interval, PartialDate

__all__ = ["SECTORS", "Actor", "ActorKind", "Mention", "MentionForm", "Place", "PlaceMention", "Role", "make_actor_id"]

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
    " IGO NGO IMG ISM MNC".split()
)
"""The sector codes of PLOVER (2021), with its five codes for actors of no country."""


class ActorKind(Vocabulary):
    """What sort of actor it is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"


class MentionForm(Vocabulary):
    """How an article names an actor."""

    NAME = "name"
    SHORT_NAME = "short-name"
    ACRONYM = "acronym"
    TITLE = "title"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    DEMONYM = "demonym"


def _named(instance: object, attribute: attrs.Attribute[str], value: str) -> None:
    if not value.strip():
        raise ModelError(f"{type(instance).__name__}.{attribute.name} is empty; give it a name")


def _country(code: str | None) -> CountryCode | None:
    if code is None:
        return None
    if len(code) != 3 or not (code.isascii() and code.isalpha() and code.isupper()):
        raise ModelError(f"{code!r} is no country code; give the three capitals of ISO 3166-1 alpha-3, such as 'UZB'")
    return CountryCode(code)


def _sectors(instance: object, attribute: attrs.Attribute[Any], value: tuple[str, ...]) -> None:
    if not SECTORS.issuperset(value):
        wrong = next(sector for sector in value if sector not in SECTORS)
        raise ModelError(
            f"Actor.sectors has {wrong!r}, which is no PLOVER code; the codes are {', '.join(sorted(SECTORS))}"
        )


@attrs.frozen(kw_only=True)
class Role:
    """An office or a title that somebody holds.

    Attributes:
        title: what it is called, lower case unless it is a name: 'president', 'senior research fellow'.
        organization: where it is held, as named: 'Royal Institute of International Affairs'.
        country: whose office it is, as ISO 3166-1 alpha-3.
        held: from when to when; None if not known.

    >>> str(Role(title="president", country="UZB"))
    'president (UZB)'
    """

    title: str = attrs.field(validator=_named)
    organization: str | None = None
    country: CountryCode | None = attrs.field(default=None, converter=_country)
    held: Interval | None = None

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.organization, self.country) if part)
        return f"{self.title} ({where})" if where else self.title


@attrs.frozen(kw_only=True, repr=False)
class Actor:
    """Somebody or something that speaks and acts: an identity, without offsets.

    Attributes:
        name: the full name.
        kind: person, organization, country or group.
        country: the country it belongs to (a country belongs to itself), ISO 3166-1 alpha-3.
        sectors: PLOVER sector codes, the weightiest first.
        aliases: other names it goes by.
        roles: offices and titles, as the text or the knowledge gives them.
        wikidata: the Wikidata item ('Q...'), where it was checked.
        id: made from kind, name and country unless given; the knowledge's actors have one id in every article.

    >>> karimov = Actor(name="Islam Karimov", kind=ActorKind.PERSON, country="UZB", sectors=("GOV",))
    >>> karimov, str(karimov), karimov.id
    (Actor('Islam Karimov', person, UZB), 'Islam Karimov', 'actor-71e01022f67f')
    """

    name: str = attrs.field(validator=_named)
    kind: ActorKind = attrs.field(converter=ActorKind)
    country: CountryCode | None = attrs.field(default=None, converter=_country)
    sectors: tuple[str, ...] = attrs.field(default=(), validator=_sectors)
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    id: ActorId = attrs.field(
        default=attrs.Factory(lambda self: make_actor_id(self.kind, self.name, self.country), takes_self=True)
    )

    def __repr__(self) -> str:
        return f"Actor({self.name!r}, {self.kind}{', ' + self.country if self.country else ''})"

    def _repr_html_(self) -> str:
        from uzru.display.html import actor_html

        return actor_html(self)

    def __str__(self) -> str:
        return self.name

    def role_at(self, when: PartialDate | date | str) -> Role | None:
        """The role held on a day, or None if that is not known.

        A role counts if its dates hold the whole of `when`, or if it has no dates; among several the one that began
        last wins, and one with dates wins over one without.

        >>> from uzru.model.when import parse_when
        >>> held = parse_when("2000-05-07/2008-05-07")
        >>> roles = (Role(title="president", country="RUS", held=held), Role(title="politician"))
        >>> putin = Actor(name="Vladimir Putin", kind="person", country="RUS", roles=roles)
        >>> str(putin.role_at("2004-04-15")), str(putin.role_at("2010"))
        ('president (RUS)', 'politician')
        """
        day = PartialDate.parse(when) if isinstance(when, str) else when
        day = PartialDate.from_date(day) if isinstance(day, date) else day
        dated = [role for role in self.roles if role.held is not None and role.held.contains(day)]
        if dated:
            return max(dated, key=lambda role: role.held.sort_key if role.held else ())
        return next((role for role in self.roles if role.held is None), None)


def make_actor_id(kind: str, name: str, country: str | None) -> ActorId:
    """The id of an actor that is known by nothing else.

    >>> make_actor_id("person", "Islam Karimov", "UZB")
    'actor-71e01022f67f'
    """
    return ActorId(make_id("actor", kind, name, country or ""))


@attrs.frozen(kw_only=True, init=False)
class Mention:
    """Where an article names an actor.

    Attributes:
        span: the words, without article and possessive.
        actor: whom they mean.
        form: how they name him.
        role: the office or title that the text gives right there.
        why: the strongest reasons for the kind of the name, the weightiest first.
    """

    span: Span
    actor: Actor
    form: MentionForm
    role: Role | None = None
    why: tuple[str, ...] = ()

    def __init__(  # written out, since an article has more of them than of all other facts
        self, *, span: Span, actor: Actor, form: MentionForm | str, role: Role | None = None, why: tuple[str, ...] = ()
    ) -> None:
        _set_span(self, span)
        _set_actor(self, actor)
        _set_form(self, MentionForm(form))
        _set_role(self, role)
        _set_why(self, why)


_set_span, _set_actor, _set_form, _set_role, _set_why = (
    vars(Mention)[name].__set__ for name in ("span", "actor", "form", "role", "why")
)


@attrs.frozen(kw_only=True)
class Place:
    """A city, region or country as a place.

    Attributes:
        name: the name, as printed in English.
        country: where it lies (or is), ISO 3166-1 alpha-3; None if not known.

    >>> str(Place(name="Prague", country="CZE"))
    'Prague'
    """

    name: str = attrs.field(validator=_named)
    country: CountryCode | None = attrs.field(default=None, converter=_country)

    def __str__(self) -> str:
        return self.name


@attrs.frozen(kw_only=True)
class PlaceMention:
    """Where an article names a place.

    Attributes:
        span: the words.
        place: the place they name.
    """

    span: Span
    place: Place
