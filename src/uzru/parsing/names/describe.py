"""What a text tells of its actors: roles, sectors, countries, sexes, from what stands at their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from uzru.model import Role
from uzru.parsing.names.join import Identity, Name
from uzru.parsing.names.kind import ORGANIZATION, PERSON
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.roles import FoundRole, RoleFinder

__all__ = ["Describing"]


_DETERMINED = re.compile(r"(?:\b(?:[Tt]he|an?|An?|its|his|her|their|our)|['’]s)(?: [a-z-]{1,20}){0,3} $")
_REACH = 60
_OWN = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "PTY", "OPP", "REB", "UAF"})


class Describing:
    """Adds to the identities of a text what the text tells of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._roles = RoleFinder(lexicon)

    def __call__(self, view: str, names: Sequence[Name], places: Sequence[Name]) -> list[Name]:
        """The appositions, as further names of those whom they describe ('X, the head of Y')."""
        around = [*[name for name in names if name.form != "demonym"], *places]
        ending = {name.end: name for name in around}
        starting = {name.start: name for name in around}
        added: list[Name] = []
        identities = [one for one in dict.fromkeys([name.identity for name in names]) if one]
        for one in identities:
            if one.kind == ORGANIZATION and not one.sectors:
                self._sector(one)
        for whole, part in pairwise([name for name in names if name.kind == ORGANIZATION]):
            _inherit(view, whole, part)
        for one in identities:
            if one.kind == ORGANIZATION and one.known is None:
                self._country(one)
        before, behind = self._roles.before, self._roles.behind
        for name in names:
            identity = name.identity
            if identity is None or name.kind not in (PERSON, ORGANIZATION) or name.form == "acronym":
                continue
            for found in (before(view, name, ending), behind(view, name, starting)):
                if found is None:
                    continue
                self._add(name, identity, found)
                if found.role is not None and found.start and _is_phrase(view, found, name):
                    added.append(
                        Name(found.start, found.end, "", name.kind, "nominal", role=found.role, identity=identity)
                    )
        for first, second in pairwise([name for name in names if name.kind == PERSON]):
            if first.role is not None and second.role is None:
                self._share(view, first.role, first, second)
        for one in identities:
            if one.kind == PERSON and one.sex is None and " " in one.name:
                sex = self.lexicon.first_names.get(one.name.split(" ", 1)[0])
                one.sex = sex if sex in ("m", "f") else None
        return added

    def _share(self, view: str, role: Role, one: Name, other: Name) -> None:
        """'Presidents X and Y': the title of many is that of each."""
        if other.identity is None or view[one.end : other.start] != " and ":
            return
        front = view[max(0, one.start - 30) : one.start].split()
        title = self.lexicon.titles.get(front[-1].lower()) if front else None
        if title is not None and title.plain + "s" == front[-1].lower():
            found = FoundRole(evolve(role, country=None), title.sectors, title.sex, None, 0, 0)
            self._add(other, other.identity, found)

    def _add(self, name: Name, identity: Identity, found: FoundRole) -> None:
        identity.sex = identity.sex or found.sex or None
        if found.role is None:
            return
        name.role = name.role or found.role
        _list_role(identity.roles, found.role)
        identity.sectors += [code for code in found.sectors if code not in identity.sectors]
        identity.country = identity.country or found.country or self._of_body(found.role.organization)

    def _of_body(self, organization: str | None) -> str | None:
        """The country of a state's body, a party or an armed group, whose people are of it."""
        known = self.lexicon.organization(organization) if organization else None
        return known.country if known and _OWN.intersection(known.sectors) else None

    def _sector(self, identity: Identity) -> None:
        """The sector of an organization, from the words of its name."""
        words = _words(identity.name)
        for word in (words[-1], *words[:-1]):
            head = self.lexicon.heads.get(word.lower())
            if head and head[0] == "organization" and head[1]:
                identity.sectors = list(head[1])
                return

    def _country(self, identity: Identity) -> None:
        """Its country, likewise, or that of the body that it is a part of ('the Duma's committee')."""
        words = _words(identity.name)
        whole = self.lexicon.organization(words[0])
        if whole is not None and words[0] != identity.name.split()[0]:
            identity.country = identity.country or whole.country
        for k, word in enumerate(words):
            if identity.country is not None:
                return
            pair = " ".join(words[k : k + 2])
            for form in (pair, word):
                identity.country = (
                    identity.country or self.lexicon.demonyms.get(form) or self.lexicon.countries.get(form)
                )


def _inherit(view: str, whole: Name, part: Name) -> None:
    """'The State Duma's Budget Committee' is of the country and the sector of the whole."""
    of, own = whole.identity, part.identity
    if of is None or own is None or own.known or own.country or view[whole.end : part.start] not in ("'s ", "’s "):
        return
    own.country, own.sectors = of.country, own.sectors or list(of.sectors)


def _words(name: str) -> list[str]:
    return [word[:-2] if word[-2:] in ("'s", "’s") else word for word in name.split()]


def _is_phrase(view: str, found: FoundRole, name: Name) -> bool:
    """Whether a role stands as a phrase: 'the referee X', 'the head of Y, X', 'X, a lawyer'; not 'President X'."""
    if found.start > name.end or name.kind == ORGANIZATION:
        return True
    if view[found.start].isupper():
        return False
    apart = found.end < name.start - 1
    return apart or _DETERMINED.search(view, max(0, found.start - _REACH), found.start) is not None


def _list_role(roles: list[Role], role: Role) -> None:
    """Adds a role, unless the same one stands there with more said of it; one with less said gives way."""
    for number, other in enumerate(roles):
        if other.title == role.title:
            if (role.country or other.country) == other.country and (role.organization or other.organization) == (
                other.organization
            ):
                return
            if other.country in (None, role.country) and other.organization in (None, role.organization):
                roles[number] = role
                return
    roles.append(role)
