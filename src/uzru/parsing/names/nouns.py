"""Actors told by common nouns: groups ('Russian lawmakers'), and named ones called what they are ('the ministry')."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from uzru.knowledge import Knowledge
from uzru.parsing.names.join import Identity, Name
from uzru.parsing.names.kind import GROUP, ORGANIZATION, PERSON
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["NounFinder"]

_BLANKS = str.maketrans(dict.fromkeys(".,;:!?\"'()[]{}<>/“”‘’«»…–—\n\t\r\xa0", " "))  # as long as what they replace
_REACH = 60
_SAME = 20  # how many actors back 'the company' may reach
_ANY_BODY = frozenset({"organization", "organisation", "association", "body"})
_DEFINITE = frozenset({"the", "this", "its"})


class NounFinder:
    """Finds the nouns, given the names of a text."""

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self.lexicon = lexicon
        self._nouns: dict[str, list[tuple[str, str, bool, bool]]] = {}
        for noun, plural, sector, kind in knowledge.table("groups"):
            body = kind == "body"
            for form, many in ((plural, True), (noun, not plural)):
                if form:
                    last = form.rsplit(" ", 1)[-1]
                    self._nouns.setdefault(last, []).append((form, sector, body, many))
        for word in lexicon.closed["never-group"]:
            self._nouns.pop(word, None)
        for found in self._nouns.values():
            found.sort(key=lambda entry: (-len(entry[0]), entry))
        self._modifiers = lexicon.closed["group-modifier"]
        self._general = lexicon.closed["general-noun"]
        self._corporate = lexicon.closed["corporate"]
        offices = (word for word, title in lexicon.titles.items() if title.kind in ("head", "rank"))
        words = {*self._nouns, *self._corporate, *offices}
        self._words = words | {word.capitalize() for word in words}

    def __call__(self, view: str, names: Sequence[Name]) -> list[Name]:
        """The nouns of a text as names, each with its identity."""
        if not view:
            return []
        starts = [name.start for name in names]
        owners = {name.end: name for name in names if name.kind in (PERSON, ORGANIZATION)}
        found: list[Name] = []
        groups: dict[tuple[str, str | None], Identity] = {}
        known = self._words
        waiting = 0
        recent = _Recent()
        end = -1
        for word in view.translate(_BLANKS).split(" "):
            at = end + 1
            end = at + len(word)
            if word not in known:
                continue
            low = word.lower()
            while waiting < len(names) and names[waiting].start < at:
                recent.see(names[waiting])
                waiting += 1
            number = bisect_right(starts, at) - 1
            if any(n.start <= at < n.end for n in names[max(0, number - 2) : number + 1] if n.form != "demonym"):
                continue
            name = self._noun(view, at, end, low, word != low, recent, groups, owners)
            if name is not None:
                found.append(name)
        return found

    def _noun(
        self,
        view: str,
        start: int,
        end: int,
        low: str,
        capital: bool,
        recent: _Recent,
        groups: dict[tuple[str, str | None], Identity],
        owners: dict[int, Name],
    ) -> Name | None:
        line = view.rfind("\n", max(0, start - _REACH), start) + 1
        before = view[max(line, start - _REACH) : start].split()
        if view[start - 1 : start] not in (" ", "") or not before:
            before = []
        definite = bool(before) and before[-1].lower() in _DEFINITE
        if definite and (nominal := self._nominal(view, start, end, low, None, recent)):
            return nominal
        if len(before) > 1 and before[-2].lower() == "the" and (country := self._country(before[-1])):
            nominal = self._nominal(view, start, end, low, country, recent)
            if nominal is not None:
                nominal.start = start - len(before[-1]) - 1
                nominal.text = view[nominal.start : end]
                return nominal
        if capital:
            return None
        return self._group(view, start, end, low, before, definite, groups, owners)

    def _country(self, word: str) -> str | None:
        bare = word[:-2] if word[-2:] in ("'s", "’s") else word
        return self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)

    def _nominal(self, view: str, start: int, end: int, low: str, country: str | None, recent: _Recent) -> Name | None:
        """'The president', 'the company': the last named actor that is one."""
        identity = None
        title = self.lexicon.titles.get(low)
        after = view[end : end + 4]
        if after.startswith((" of ", "-")) or (after[:1] == " " and after[1:2].isupper()):
            return None
        if title is not None and title.kind in ("head", "rank"):
            identity = recent.person(low, country)
        elif low in self._corporate:
            identity = recent.organization(low, country, self.lexicon)
        if identity is None:
            return None
        form = "short-name" if view[start].isupper() else "nominal"
        return Name(start=start, end=end, text=low, kind=identity.kind, form=form, identity=identity)

    def _group(
        self,
        view: str,
        start: int,
        end: int,
        low: str,
        before: list[str],
        definite: bool,
        groups: dict[tuple[str, str | None], Identity],
        owners: dict[int, Name],
    ) -> Name | None:
        entry = self._entry(low, before)
        if entry is None:
            return None
        form, sector, body, many = entry
        taken = len(form.split()) - 1
        country = None
        modified = False
        while taken < len(before) and taken < 6:
            word = before[-1 - taken]
            bare = word[:-2] if word[-2:] in ("'s", "’s") else word
            code = self._country(word)
            pair = f"{before[-2 - taken]} {word}" if taken + 1 < len(before) else ""
            if pair in self.lexicon.adjectives or pair in self.lexicon.demonyms:
                country = country or self.lexicon.demonyms.get(pair) or self.lexicon.adjectives.get(pair, ("", None))[1]
                taken += 2
            elif code is not None or bare in self.lexicon.adjectives:
                country = country or code or self.lexicon.adjectives.get(bare, ("", None))[1]
                taken += 1
            elif bare in self._modifiers:
                taken += 1
            else:
                break
            modified = True
        owner = self._owner(before, taken, start, owners)
        country = country or (owner.country if owner else None)
        if not many and not (body and (modified or definite or owner)):
            return None
        if not modified and (low in self._general or (body and not (definite or owner or sector == "COP"))):
            return None
        words = before[len(before) - taken :] if taken else []
        begin = start - sum(len(word) + 1 for word in words)
        text = " ".join([*words, view[start:end]])
        key = (low if body and country else text.lower(), country)
        identity = groups.get(key)
        if identity is None and definite and not modified:
            identity = next(
                (g for (name, _), g in reversed(groups.items()) if name.endswith(" " + low)),
                None,
            )
        if identity is None:
            name = text if modified else text.lower()
            identity = Identity(name=name, kind=GROUP, country=country, sectors=[sector])
        elif identity.name == low and modified:
            identity.name = text
        groups[key] = identity
        return Name(start=begin, end=end, text=text, kind=GROUP, form="nominal", identity=identity)

    def _owner(self, before: list[str], taken: int, start: int, owners: dict[int, Name]) -> Identity | None:
        """Whose group it is: 'Panin's government'."""
        if taken >= len(before) or before[-1 - taken][-2:] not in ("'s", "’s"):
            return None
        end = start - sum(len(word) + 1 for word in before[len(before) - taken :]) - 3
        return owners[end].identity if end in owners else None

    def _entry(self, low: str, before: list[str]) -> tuple[str, str, bool, bool] | None:
        for entry in self._nouns.get(low, ()):
            words = entry[0].split()
            if len(words) == 1 or before[len(before) - len(words) + 1 :] == words[:-1]:
                return entry
        return None


class _Recent:
    """The actors named so far, the last one last."""

    def __init__(self) -> None:
        self.identities: dict[int, Identity] = {}

    def see(self, name: Name) -> None:
        identity = name.identity
        if identity is not None and name.form != "demonym":
            self.identities.pop(id(identity), None)
            self.identities[id(identity)] = identity

    def person(self, head: str, country: str | None) -> Identity | None:
        for count, identity in enumerate(reversed(self.identities.values())):
            if count > _SAME:
                break
            if identity.kind == PERSON and any(
                role.title.rsplit(" ", 1)[-1] == head and (country is None or role.country in (None, country))
                for role in identity.roles
            ):
                return identity
        return None

    def organization(self, noun: str, country: str | None, lexicon: Lexicon) -> Identity | None:
        head = lexicon.heads.get(noun)
        wanted = set(head[1]) if head else {"BUS"}
        for count, identity in enumerate(reversed(self.identities.values())):
            if count > _SAME:
                break
            if identity.kind != ORGANIZATION or (country and identity.country not in (None, country)):
                continue
            if any(noun in form.lower().split() for form in (identity.name, *identity.forms)):
                return identity
            if any(role.title.rsplit(" ", 1)[-1] == noun for role in identity.roles):
                return identity
            if wanted and (wanted & set(identity.sectors) or (not identity.sectors and wanted == {"BUS"})):
                return identity
            if noun in _ANY_BODY and not set(identity.sectors) & {"GOV", "LEG", "MIL", "COP", "BUS"}:
                return identity
        return None
