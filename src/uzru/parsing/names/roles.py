"""The office or title that a text gives a person right at the name: before it, behind it, or as 'X is the ...'."""

from __future__ import annotations

import re
from typing import NamedTuple

from uzru.model import CountryCode, Role
from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import COUNTRY, ORGANIZATION, PLACE
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["FoundRole", "RoleFinder"]

_REACH = 160  # characters looked at on either side of a name
_MOST_WORDS = 12
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’&./]\w+)*\.?|[^\w\s]")
_COPULA = re.compile(r" (?:is|was|became|remains|who is|who was) (?=[a-z])")
_OPENS = frozenset({"of", "for", "at", "with", "in", "from", "to", "on"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "one", "then", "now", "currently"})


class FoundRole(NamedTuple):
    """A role with the sectors and the sex that its words tell."""

    role: Role
    sectors: tuple[str, ...]
    sex: str


class _Phrase:
    """A title while its words are gathered."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.head = False
        self.sectors: list[str] = []
        self.sex = ""
        self.country: str | None = None
        self.organization: str | None = None

    def found(self) -> FoundRole | None:
        if not self.head or not self.words:
            return None
        country = CountryCode(self.country) if self.country else None
        role = Role(title=" ".join(self.words), organization=self.organization, country=country)
        return FoundRole(role, tuple(dict.fromkeys(self.sectors)), self.sex)


class RoleFinder:
    """Finds the roles at names, given where the other names of the text end and begin."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def before(self, view: str, name: Name, ending: dict[int, Name]) -> FoundRole | None:
        """The title in front: 'Uzbek President X', 'the head of the agency, X,'."""
        start = name.start
        if view[start - 2 : start] == ", " and view[name.end : name.end + 1] == ",":
            start -= 2
        elif view[start - 1 : start] != " ":
            return None
        floor = max(0, start - _REACH, view.rfind("\n", max(0, start - _REACH), start) + 1)
        tokens = list(_TOKEN.finditer(view, floor, start))[-_MOST_WORDS:]
        phrase = _Phrase()
        at = len(tokens) - 1
        at = self._owner(view, phrase, tokens, at, ending)
        while at >= 0:
            token = tokens[at][0]
            low = token.lower()
            title = self.lexicon.titles.get(low) or self.lexicon.titles.get(low.rsplit("-", 1)[-1])
            if title is not None and title.kind == "honorific":
                phrase.sex = phrase.sex or title.sex
                if phrase.words:
                    break
            elif title is not None and (phrase.head or title.kind != "modifier"):
                phrase.words.insert(0, title.plain if low == title.plain or low.endswith(".") else low)
                phrase.head = True
                phrase.sectors += title.sectors
                phrase.sex = phrase.sex or title.sex
            elif phrase.head and self._belongs(view, phrase, tokens[at], ending):
                pass
            elif (
                phrase.head
                and at
                and (both := view[tokens[at - 1].start() : tokens[at].end()]) in self.lexicon.demonyms
            ):
                phrase.country = self.lexicon.demonyms[both]
                at -= 1
            else:
                break
            at -= 1
        if not phrase.head and phrase.sex:
            return FoundRole(_NO_ROLE, (), phrase.sex)
        return phrase.found()

    def _owner(self, view: str, phrase: _Phrase, tokens: list[re.Match[str]], at: int, ending: dict[int, Name]) -> int:
        """Takes 'of the X' between title and name, if that is what stands there; the number of the token before it."""
        if at < 0:
            return at
        owner = ending.get(tokens[at].end())
        if owner is None:
            return at
        back = at
        while back >= 0 and tokens[back].start() > owner.start:
            back -= 1
        back -= 1
        if back >= 0 and tokens[back][0] == "the":
            back -= 1
        if back >= 1 and tokens[back][0] in _OPENS and self._is_head(tokens[back - 1][0]):
            self._own(phrase, owner, tokens[back][0])
            return back - 1
        return at

    def _is_head(self, word: str) -> bool:
        title = self.lexicon.titles.get(word.lower())
        return title is not None and title.kind in ("head", "rank")

    def _own(self, phrase: _Phrase, owner: Name, preposition: str = "of") -> None:
        if owner.kind == COUNTRY:
            if preposition != "to" and phrase.country is None:
                phrase.country = self.lexicon.countries.get(owner.text)
        elif owner.kind == ORGANIZATION and phrase.organization is None:
            phrase.organization = owner.identity.name if owner.identity else owner.text

    def _belongs(self, view: str, phrase: _Phrase, token: re.Match[str], ending: dict[int, Name]) -> bool:
        """Whether a word in front of a title says whose title it is."""
        word = token[0]
        bare = word[:-2] if word[-2:] in ("'s", "’s") else word
        if bare in self.lexicon.demonyms or bare in self.lexicon.countries:
            phrase.country = phrase.country or self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)
            return True
        owner = ending.get(token.start() + len(bare))
        if owner is not None and owner.kind in (ORGANIZATION, COUNTRY) and phrase.organization is None:
            self._own(phrase, owner)
            return owner.start == token.start() or owner.kind == COUNTRY
        return False

    def behind(self, view: str, name: Name, starting: dict[int, Name]) -> FoundRole | None:
        """The apposition or predicate behind: 'X, a fellow at the Y,', 'X is the head of Y'."""
        end = name.end
        if view.startswith(", ", end):
            at = end + 2
        elif copula := _COPULA.match(view, end):
            at = copula.end()
        else:
            return None
        line = view.find("\n", at, at + _REACH)
        ceiling = line if line >= 0 else min(len(view), at + _REACH)
        phrase = _Phrase()
        tokens = list(_TOKEN.finditer(view, at, ceiling))[: _MOST_WORDS + 4]
        number = 0
        while number < len(tokens) and number < _MOST_WORDS:
            token = tokens[number]
            word = token[0]
            low = word.lower()
            if low in _DETERMINERS and not phrase.words:
                number += 1
                continue
            inner = starting.get(token.start())
            if inner is not None:
                self._own(phrase, inner)
                while number < len(tokens) and tokens[number].start() < inner.end:
                    number += 1
                continue
            bare = word[:-2] if word[-2:] in ("'s", "’s") else word
            if bare in self.lexicon.demonyms:
                phrase.country = phrase.country or self.lexicon.demonyms[bare]
            elif not word[0].isalpha() or low in self.lexicon.function or low in self.lexicon.speech:
                break
            else:
                phrase.words.append(low)
            number += 1
        if not phrase.words:
            return None
        title = self.lexicon.titles.get(phrase.words[-1]) or self.lexicon.titles.get(
            phrase.words[-1].rsplit("-", 1)[-1]
        )
        if title is None or title.kind not in ("head", "rank"):
            return None
        phrase.head = True
        phrase.sex = title.sex
        for word in phrase.words:
            if known := self.lexicon.titles.get(word):
                phrase.sectors += known.sectors
        if number < len(tokens) and tokens[number][0] in _OPENS:
            self._object(view, phrase, tokens, number, starting)
        return phrase.found()

    def _object(
        self, view: str, phrase: _Phrase, tokens: list[re.Match[str]], number: int, starting: dict[int, Name]
    ) -> None:
        """Takes what follows 'of', 'at', 'for': whose office it is."""
        preposition = tokens[number][0]
        number += 1
        steps = 0
        while number < len(tokens) and steps < 3:
            inner = starting.get(tokens[number].start())
            if inner is not None:
                if inner.kind == PLACE or view[inner.end : inner.end + 2] in ("'s", "’s"):
                    number += 1
                    steps += 1
                    continue
                self._own(phrase, inner, preposition)
                return
            if tokens[number][0].lower() not in _DETERMINERS and tokens[number][0][:1].islower():
                return
            number += 1
            steps += 1


_NO_ROLE = Role(title="-")
