"""Which names of one text mean one actor: surnames to full names, acronyms and short forms to long ones."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

import attrs

from uzru.model import Role
from uzru.model.spelling import near
from uzru.parsing.names.kind import COUNTRY, GROUP, ORGANIZATION, PERSON
from uzru.parsing.names.lexicon import Known, Lexicon

__all__ = ["Identity", "Name", "join_names"]


@attrs.define
class Name:
    """A name in the text, on its way to a mention."""

    start: int
    end: int
    text: str
    kind: int
    form: str = "name"
    why: tuple[str, ...] = ()
    role: Role | None = None
    identity: Identity | None = None


@attrs.define(eq=False)
class Identity:
    """One actor of the text while it is put together."""

    name: str
    kind: int
    country: str | None = None
    sectors: list[str] = attrs.field(factory=list)
    forms: list[str] = attrs.field(factory=list)
    roles: list[Role] = attrs.field(factory=list)
    known: Known | None = None
    full: str = ""  # a known body's name with more words ('Inc.'), if the text has it so
    sex: str | None = None


_MOST_ALIKE = 50  # how many persons a name is compared with
_GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@lru_cache(1 << 12)
def _core(text: str) -> tuple[str, ...]:
    """The words of a person's name, without 'Jr.' and the like."""
    words = text.split()
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return tuple(words)


def join_names(lexicon: Lexicon, names: Sequence[Name], bracketed: dict[str, str], told: Container[str]) -> None:
    """Gives every name of an actor its identity.

    `bracketed` maps an acronym to the long form that it follows in brackets; `told` are the countries that the text
    names in any way.
    """
    _Persons(lexicon).join([name for name in names if name.kind == PERSON])
    _Organizations(lexicon, bracketed, told).join([name for name in names if name.kind == ORGANIZATION])
    countries: dict[str, Identity] = {}
    blocs: dict[str, Identity] = {}
    for name in names:
        if name.kind == GROUP:
            name.identity = blocs.setdefault(name.text, Identity(name.text, GROUP, forms=[name.text]))
        elif name.kind == COUNTRY:
            code = lexicon.countries[name.text]
            if code not in countries:
                countries[code] = Identity(lexicon.country_names[code], COUNTRY, code)
            name.identity = countries[code]
            if name.text not in countries[code].forms:
                countries[code].forms.append(name.text)


class _Persons:
    """Persons by surname and by first name, so that a single word finds its full name at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._prefixes = lexicon.closed["prefix"]
        self.by_text: dict[str, Identity] = {}
        self.by_last: dict[str, list[Identity]] = {}
        self.by_first: dict[str, list[Identity]] = {}
        self.by_initial: dict[str, list[Identity]] = {}

    def join(self, names: Sequence[Name]) -> None:
        for name in names:
            if " " in name.text:
                name.identity = self._full(name.text)
        latest: dict[str, Identity] = {}
        last: Identity | None = None
        for name in names:
            if name.identity is None:
                name.identity = self._short(name.text, latest)
                if name.identity.name != name.text:
                    name.form = "short-name"
            if name.identity is not last:
                last = latest[_core(name.identity.name)[-1]] = name.identity

    def _new(self, text: str) -> Identity:
        identity = Identity(text, PERSON, forms=[text])
        words = _core(text)
        self.by_text[text] = identity
        self.by_last.setdefault(words[-1], []).append(identity)
        self.by_initial.setdefault(words[-1][:1].upper(), []).append(identity)
        if len(words) > 1:
            self.by_first.setdefault(words[0], []).append(identity)
        return identity

    def _full(self, text: str) -> Identity:
        found = self.by_text.get(text)
        if found is not None:
            return found
        words = _core(text)
        same_last = self.by_last.get(words[-1], [])[:_MOST_ALIKE]
        others = self.by_initial.get(words[-1][:1].upper(), [])[:_MOST_ALIKE]
        for identity in (*same_last, *others):
            other = _core(identity.name)
            if len(other) > 1 and (_compatible(words, other) or self._is_tail(words, other)):
                self._rename(identity, text)
                return identity
        return self._new(text)

    def _is_tail(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether a surname of several words ends a longer name: 'Bin Ladin', 'Osama bin Ladin'."""
        short, long = (one, other) if len(one) <= len(other) else (other, one)
        first = short[0].lower()
        small = first in self.lexicon.joiners or first in self._prefixes
        return small and " ".join(short).casefold() == " ".join(long[-len(short) :]).casefold()

    def _rename(self, identity: Identity, text: str) -> None:
        self.by_text[text] = identity
        if text not in identity.forms:
            identity.forms.append(text)
        if len(text.split()) > len(identity.name.split()):
            identity.name = text

    def _short(self, text: str, latest: dict[str, Identity]) -> Identity:
        found = self.by_text.get(text)
        if found is not None:
            return found
        candidates = self.by_last.get(text)
        if candidates:
            found = latest.get(text, candidates[0])
        elif firsts := self.by_first.get(text):
            found = firsts[0]
        else:
            found = next(
                (
                    identity
                    for identity in self.by_initial.get(text[:1].upper(), [])[:_MOST_ALIKE]
                    if near(_core(identity.name)[-1], text)
                ),
                None,
            )
        if found is None:
            return self._new(text)
        if text not in found.forms:
            found.forms.append(text)
        return found


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names may be one person's: near surnames, and first names that do not contradict."""
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if len(first) == 1 or len(second) == 1:
        return first[:1] == second[:1] and one[-1] == other[-1]
    return near(first, second) and near(one[-1], other[-1])


def _alike(long: str, known: Known) -> bool:
    """Whether a name has most of its words in common with a known one."""
    words = {word.lower() for word in long.split() if word[:1].isupper()}
    return any(2 * len(words & set(name.lower().split())) > len(words) for name in (known.name, *known.aliases))


class _Organizations:
    """Organizations by written form, acronym, and the words they begin and end with."""

    def __init__(self, lexicon: Lexicon, bracketed: dict[str, str], told: Container[str]) -> None:
        self.lexicon = lexicon
        self.bracketed = bracketed
        self.told = told
        self.by_form: dict[str, Identity] = {}
        self.by_initials: dict[str, Identity] = {}
        self.by_edge: dict[str, Identity] = {}

    def join(self, names: Sequence[Name]) -> None:
        for short, long in self.bracketed.items():
            known, other = self.lexicon.organization(short), self._known(long)[0]
            if known is None or not _alike(long, known):
                continue
            if other is None or (other.country is None and other is not known):
                self.by_form[long] = self._new(short)
                self.by_form[long].forms.append(long)
        longest_first = sorted({name.text for name in names}, key=lambda text: (-len(text.split()), text))
        for text in longest_first:
            if " " in text and text not in self.by_form:
                self._long(text)
        for name in names:
            name.identity = self._find(name.text)
            if name.identity.name != name.text:
                name.form = "acronym" if name.text.isupper() else "short-name"
            elif name.text.isupper() and " " not in name.text:
                name.form = "acronym"

    def _new(self, text: str) -> Identity:
        known, suffixed = self._known(text)
        if known is not None and known.name in self.by_form:
            identity = self.by_form[known.name]
            identity.forms.append(text)
        else:
            identity = Identity(known.name if known else text, ORGANIZATION, forms=[text], known=known)
            if known:
                identity.country = known.country
                identity.sectors = list(known.sectors)
                self.by_form.setdefault(known.name, identity)
        longer = known is not None and text.startswith(known.name + " ")
        if (suffixed or longer) and len(text) > len(identity.full):
            identity.full = text
        self.by_form[text] = identity
        return identity

    def _known(self, text: str) -> tuple[Known | None, bool]:
        """The organization that the tables know by this name without 'Inc.' and the like, and whether it has such."""
        words = text.split()
        suffixed = False
        while words:
            name = " ".join(words)
            known = self.lexicon.seats.get(name) or self.lexicon.organization(name)
            if known and self.lexicon.is_meant(name, known.country, known.sectors, self.told):
                return known, suffixed or (len(words) > 1 and words[-1] in self.lexicon.closed["suffix"])
            if words.pop() not in self.lexicon.closed["suffix"]:
                break
            suffixed = True
        return None, False

    def _long(self, text: str) -> None:
        found = self.by_edge.get(text.lower())
        if found is not None and text not in self.lexicon.organizations:
            self.by_form[text] = found
            found.forms.append(text)
            return
        identity = self._new(text)
        words = [word for word in text.split() if word[:1].isupper()]
        if len(words) > 1:
            self.by_initials.setdefault("".join(word[0] for word in words), identity)
            everything = text.split()
            for cut in range(1, len(everything)):
                for part in (everything[:cut], everything[cut:]):
                    if part[-1] not in self.lexicon.joiners and part[0] not in self.lexicon.joiners:
                        self.by_edge.setdefault(" ".join(part).lower(), identity)

    def _find(self, text: str) -> Identity:
        found = self.by_form.get(text)
        if found is not None:
            return found
        long = self.bracketed.get(text)
        bare = text.replace(".", "")
        found = self.by_form.get(long) if long else None
        if found is None and bare.isupper() and len(bare) > 1:
            found = self.by_initials.get(bare)
        known = self.lexicon.organization(text)
        if found is None and (known is None or not (known.country or known.aliases)):
            found = self.by_edge.get(text.lower())
        if found is None:
            return self._new(text)
        self.by_form[text] = found
        found.forms.append(text)
        return found
