"""The office, title or description that a text gives an actor at the name: before, behind, or as 'X is the ...'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from uzru.model import CountryCode, Role
from uzru.parsing.memo import Memo
from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import COUNTRY, ORGANIZATION, PERSON, PLACE
from uzru.parsing.names.lexicon import Lexicon, Title

__all__ = ["FoundRole", "RoleFinder"]

_REACH = 160  # characters looked at on either side of a name
_LONGEST = 30  # characters of a word
_MOST_WORDS = 12
_FAR = 8  # words to the name of the body behind 'the head of'
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’&./]\w+)*\.?|[^\w\s]")
_VERB_STARTS = frozenset({" i", " w", " b", " r"})
_VERBS = (" is ", " was ", " became ", " remains ", " who ")
_COPULA = re.compile(r" (?:is|was|became|remains|who is|who was) (?=[a-z])")
_AGE = re.compile(r"(?:aged )?\d{1,3}, ")
_RELATIVE = re.compile(r"who (?:is|was|became|remains) ")
_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_CLOSES = frozenset(",.;")
_IS_THE = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|['’]s) $")
_PORTFOLIO = frozenset({"of", "for"})
_OPENS = frozenset({"of", "for", "at", "with", "in", "from", "to", "on"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "one", "then", "now", "currently", "another"})


class FoundRole(NamedTuple):
    """A role with what its words tell, and where they stand; no role if only an honorific tells the sex."""

    role: Role | None
    sectors: tuple[str, ...]
    sex: str
    country: str | None
    start: int
    end: int


class _Phrase:
    """A title while its words are gathered."""

    head = ranked = False
    sex = ""
    country: str | None = None
    organization: str | None = None
    land: str | None = None  # the country of the place whose office it is
    start = end = 0

    def __init__(self) -> None:
        self.words: list[str] = []
        self.sectors: list[str] = []
        self.body: list[str] = []  # the organization's sectors

    def found(self) -> FoundRole | None:
        if not (self.head and self.words):
            return FoundRole(None, (), self.sex, None, 0, 0) if self.sex else None
        if self.country is None and _STATE.intersection(self.sectors):
            self.country = self.land
        country = CountryCode(self.country) if self.country else None
        role = Role(title=" ".join(self.words), organization=self.organization, country=country)
        sectors = tuple(dict.fromkeys(self.sectors))
        if self.organization is not None and not _STATE & set(self.body):  # the president of a bank
            sectors = tuple(dict.fromkeys([*self.body, *(code for code in sectors if code not in _STATE)]))
        sectors = sectors or tuple(self.body)
        return FoundRole(role, sectors, self.sex, self.country, self.start, self.end)


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _floor(view: str, start: int, reach: int) -> int:
    """Where to begin to read what stands before an offset: so far back, and within the line."""
    floor = start - reach if start > reach else 0
    return view.rfind("\n", floor, start) + 1 or floor


def _tokens_before(view: str, start: int) -> list[re.Match[str]]:
    """The last words and marks before an offset."""
    floor = _floor(view, start, _REACH)
    words = view[floor:start].rsplit(None, _MOST_WORDS)
    if len(words) > _MOST_WORDS:
        floor += len(words[0])
    return list(_TOKEN.finditer(view, floor, start))[-_MOST_WORDS:]


def _in_front(tokens: Sequence[re.Match[str]], at: int, name: Name) -> int:
    """The number of the token in front of a name that the token of this number belongs to."""
    while at >= 0 and tokens[at].start() >= name.start:
        at -= 1
    return at


class RoleFinder:
    """Finds the roles at names, given where the other names of the text end and begin.

    >>> from uzru.knowledge import Knowledge
    >>> finder = RoleFinder(Lexicon(Knowledge()))
    >>> view = "Former Kazakh Prime Minister Egor Panin, a senior fellow, left."
    >>> name = Name(start=29, end=39, text="Egor Panin", kind=PERSON)
    >>> print(finder.before(view, name, {}).role, "|", finder.behind(view, name, {}).role)
    former prime minister (KAZ) | senior fellow
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._corporate = lexicon.closed["corporate"]
        self._peoples = lexicon.closed["body-of-people"]
        self._alone = lexicon.closed["modifier-alone"]
        self._plains = {title.plain: title for title in lexicon.titles.values() if title.plain.count(" ") == 2}
        self._lasts = Memo(self._last)
        self._passing = Memo(self._is_passing)
        self._plain_ends = {plain.rsplit(" ", 1)[1] for plain in self._plains}

    def before(self, view: str, name: Name, ending: dict[int, Name]) -> FoundRole | None:
        """The title in front: 'Uzbek President X', 'the head of the agency, X,', 'the energy giant X'."""
        start = name.start
        front = view[start - _LONGEST if start > _LONGEST else 0 : start]
        if front[-1:] != " ":
            return None
        apart = front[-2:] == ", " and view[name.end : name.end + 1] in _CLOSES
        if apart:
            start -= 2
            front = front[:-2]
        words = (front[front.rfind("\n") + 1 :] if "\n" in front else front).rsplit(None, 1)
        word = words[-1] if words else ""
        if name.kind != PERSON:
            return self._descriptor(_tokens_before(view, start)) if not apart and self._is_body(word) else None
        title, sure, likely = self._lasts[word]
        if not likely:
            if start not in ending and start - 1 not in ending and start - 2 not in ending:
                return None  # as before most names
        elif not (sure or self._may_end_title(view, start, title, ending)):
            return FoundRole(None, (), title.sex, None, 0, 0) if title is not None and title.sex else None
        found = self._title_before(view, _tokens_before(view, start), ending)
        if apart and found is not None and view[name.end : name.end + 1] != ",":
            return found if _IS_THE.search(view, _floor(view, found.start, _LONGEST), found.start) else None  # a list
        return found

    def _last(self, word: str) -> tuple[Title | None, bool, bool]:
        """The title that a word is, whether it is sure to end an office, and whether it may."""
        low = word.rstrip(",").lower()
        title = self._title(low)
        sure = (title is not None and title.kind != "honorific") or low in self._plain_ends
        return title, sure, sure or title is not None or word[:1].isupper()

    def _may_end_title(self, view: str, start: int, title: Title | None, ending: dict[int, Name]) -> bool:
        """Whether a word with a capital, or an honorific, before a name can yet be the last one of an office."""
        if start in ending or start - 1 in ending or start - 2 in ending:
            return True
        front = view[_floor(view, start, _REACH) : start].rsplit(None, 5)[-5:-1]
        if title is not None and front and not (front[-1].isalpha() and self._title(front[-1].lower()) is None):
            return True  # 'President Mr. X'
        return not _PORTFOLIO.isdisjoint(front)

    def _title_before(self, view: str, tokens: Sequence[re.Match[str]], ending: dict[int, Name]) -> FoundRole | None:
        """What the title says whose last words these are."""
        phrase = _Phrase()
        at = self._owner(phrase, tokens, len(tokens) - 1, ending)
        while at >= 0:
            used = self._take(view, phrase, tokens, at, ending)
            if not used:
                break
            at -= used
        return phrase.found()

    def _take(
        self, view: str, phrase: _Phrase, tokens: Sequence[re.Match[str]], at: int, ending: dict[int, Name]
    ) -> int:
        """Adds the word before to a title; how many tokens that took, none if the title begins behind it."""
        token = tokens[at]
        low = token[0].lower()
        title = self._title(low)
        if title is not None and title.kind == "honorific":
            phrase.sex = phrase.sex or title.sex
            return 0 if phrase.words else 1
        if phrase.head and token.end() in ending and (used := self._belongs(phrase, tokens, at, ending)):
            return used
        if title is not None and (phrase.head or title.kind != "modifier" or low in self._alone):
            phrase.words.insert(0, low if "-" in low else title.plain)
            phrase.end = phrase.end if phrase.head else token.end()
            phrase.start = token.start()
            if title.kind == "head" and phrase.ranked:
                phrase.sectors, phrase.ranked = [], False  # a prosecutor general is no soldier
            if not (phrase.head and low in self._alone):
                phrase.sectors += title.sectors
            phrase.ranked = phrase.ranked or (title.kind == "rank" and not phrase.head)
            phrase.head = True
            phrase.sex = phrase.sex or title.sex
            return 1
        if not phrase.head:
            return 0
        if at and (both := view[tokens[at - 1].start() : token.end()]) in self.lexicon.demonyms:
            phrase.country = self.lexicon.demonyms[both]
            return 2
        if low in self.lexicon.closed["title-adjective"] and at and phrase.country is None:
            bare = _bare(tokens[at - 1][0])
            phrase.country = self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)
            return 2 if phrase.country else 0
        return self._belongs(phrase, tokens, at, ending)

    def _title(self, low: str) -> Title | None:
        title = self.lexicon.titles.get(low)
        return self.lexicon.titles.get(low.rsplit("-", 1)[1]) if title is None and "-" in low else title

    def _descriptor(self, tokens: Sequence[re.Match[str]]) -> FoundRole | None:
        """What an organization is called in front: 'Russia's energy giant', 'the newspaper'."""
        if not tokens or not self._is_body(tokens[-1][0]):
            return None
        phrase = _Phrase()
        phrase.head = True
        phrase.words = [tokens[-1][0]]
        phrase.start, phrase.end = tokens[-1].start(), tokens[-1].end()
        more: list[str] = []
        for token in reversed(tokens[-4:-1]):
            word = token[0]
            bare = _bare(word)
            country = self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)
            if country or word.lower() in _DETERMINERS:
                phrase.country = country
                phrase.words = [*more, *phrase.words]
                break
            if not word.islower() or word in self.lexicon.function or word in self.lexicon.speech:
                break
            more.insert(0, word)
        return phrase.found()

    def _is_body(self, word: str) -> bool:
        head = self.lexicon.heads.get(word)
        return word in self._corporate or (head is not None and head[0] == "organization")

    def _owner(self, phrase: _Phrase, tokens: Sequence[re.Match[str]], at: int, ending: dict[int, Name]) -> int:
        """Takes 'of the X' between title and name, if that is what stands there; the number of the token before it."""
        owner = ending.get(tokens[at].end()) if at >= 0 else None
        if owner is None:
            return self._portfolio(phrase, tokens, at)
        back = _in_front(tokens, at, owner)
        bare = _bare(tokens[back][0]) if back >= 0 else ""
        whole = ending.get(tokens[back].start() + len(bare)) if back >= 0 and bare != tokens[back][0] else None
        if whole is not None:  # 'the head of the Duma's committee'
            back = _in_front(tokens, back, whole)
        if back >= 0 and tokens[back][0] == "the":
            back -= 1
        if back >= 1 and tokens[back][0] in _OPENS and self.lexicon.is_office(tokens[back - 1][0].lower()):
            self._own(phrase, owner, tokens[back][0])
            return back - 1
        return at

    def _portfolio(self, phrase: _Phrase, tokens: Sequence[re.Match[str]], at: int) -> int:
        """Takes 'Minister of Foreign Affairs' whole; the number of the token before it."""
        last = tokens[at][0].lower() if at >= 2 else ""
        whole = None
        if last in self._plain_ends:
            whole = self._plains.get(f"{tokens[at - 2][0]} {tokens[at - 1][0]} {last}".lower())
        if whole is not None:  # 'member of parliament'
            phrase.words, phrase.head = [whole.plain], True
            phrase.sectors += whole.sectors
            phrase.start, phrase.end = tokens[at - 2].start(), tokens[at].end()
            return at - 3
        back = at
        while back > 0 and at - back < 4 and (tokens[back][0][:1].isupper() or tokens[back][0] == "and"):
            if tokens[back - 1][0] in _PORTFOLIO and back > 1 and self.lexicon.is_office(tokens[back - 2][0].lower()):
                phrase.words = [token[0].lower() for token in tokens[back - 2 : at + 1]]
                phrase.sectors += self.lexicon.titles[phrase.words[0]].sectors
                phrase.head = True
                phrase.start, phrase.end = tokens[back - 2].start(), tokens[at].end()
                return back - 3
            back -= 1
        return at

    def _own(self, phrase: _Phrase, owner: Name, preposition: str = "of") -> None:
        if owner.kind == COUNTRY:
            if preposition != "to" and phrase.country is None:
                phrase.country = self.lexicon.countries.get(owner.text)
        elif owner.kind == PLACE:
            known = self.lexicon.places.get(owner.text) if preposition == "of" else None
            phrase.land = phrase.land or (known.country if known and known.sort != "small" else None)
        elif owner.kind == ORGANIZATION and phrase.organization is None:
            phrase.organization = owner.identity.name if owner.identity else owner.text
            phrase.body = owner.identity.sectors if owner.identity else []
            if phrase.country is None and owner.identity and _STATE & set(owner.identity.sectors):
                phrase.country = owner.identity.country

    def _belongs(self, phrase: _Phrase, tokens: Sequence[re.Match[str]], at: int, ending: dict[int, Name]) -> int:
        """How many words in front of a title say whose title it is: 'Uzbek', 'White House'."""
        token = tokens[at]
        bare = _bare(token[0])
        owner = ending.get(token.start() + len(bare))
        if owner is not None and owner.kind == ORGANIZATION and phrase.organization is None:
            self._own(phrase, owner)
            return sum(owner.start <= one.start() for one in tokens[: at + 1])
        code = self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)
        if code is None:
            return 0
        phrase.country = phrase.country or code
        return 1

    def behind(self, view: str, name: Name, starting: dict[int, Name]) -> FoundRole | None:
        """The apposition or predicate behind: 'X, a fellow at the Y,', 'X is the head of Y'."""
        end = name.end
        after = view[end : end + 2]
        if after == ", ":
            at = end + 2
            if age := _AGE.match(view, at):
                at = age.end()
            if view.startswith("who ", at) and (relative := _RELATIVE.match(view, at)):
                at = relative.end()
        elif after in _VERB_STARTS and view.startswith(_VERBS, end) and (copula := _COPULA.match(view, end)):
            at = copula.end()
        else:
            return None
        line = view.find("\n", at, at + _REACH)
        to = line if line >= 0 else min(len(view), at + _REACH)
        tokens = islice(_TOKEN.finditer(view, at, to), _MOST_WORDS + 4)
        first = next(tokens, None)
        if first is None or (self._passing[first[0]] and first.start() not in starting):
            return None
        phrase = _Phrase()
        behind = self._noun_phrase(phrase, chain((first,), islice(tokens, _MOST_WORDS - 1)), starting)
        if not phrase.words or not self._heads(phrase, name.kind):
            return None
        behind = behind or next(tokens, None)
        if behind is not None and behind[0] in _OPENS:
            self._object(view, phrase, behind[0], islice(tokens, _FAR - 1), starting)
        return phrase.found()

    def _is_passing(self, word: str) -> bool:
        """Whether a word begins no apposition: 'and', 'said', 'met', a mark."""
        low = word.lower()
        if low in _DETERMINERS or _bare(word) in self.lexicon.demonyms:
            return False
        return (
            not word[0].isalpha()
            or low in self.lexicon.function
            or low in self.lexicon.speech
            or low in self.lexicon.pasts
        )

    def _noun_phrase(
        self, phrase: _Phrase, tokens: Iterable[re.Match[str]], starting: dict[int, Name]
    ) -> re.Match[str] | None:
        """Gathers the words of a noun phrase; the token that ends it."""
        past = 0
        for token in tokens:
            if token.start() < past:
                continue
            word = token[0]
            low = word.lower()
            bare = _bare(word)
            inner = starting.get(token.start())
            if low in _DETERMINERS and not phrase.words:
                pass
            elif inner is not None:
                self._own(phrase, inner)
                past = inner.end
            elif bare in self.lexicon.demonyms:
                phrase.country = phrase.country or self.lexicon.demonyms[bare]
            elif (
                not word[0].isalpha()
                or low in self.lexicon.function
                or low in self.lexicon.speech
                or (not phrase.words and low in self.lexicon.pasts)  # 'the mayor, X, met Prime Minister Y'
            ):
                return token
            else:
                if bare != word:  # 'the firm's chief executive': the owner is no part of the title
                    phrase.words.clear()
                    phrase.start = 0
                else:
                    stop = low.endswith(".") and low not in self.lexicon.titles
                    phrase.start = phrase.start or token.start()
                    phrase.end = token.end() - stop
                    phrase.words.append(low[:-1] if stop else low)
                    if stop:
                        return token
        return None

    def _heads(self, phrase: _Phrase, kind: int) -> bool:
        """Whether the last word gathered can be what an actor of this kind is called."""
        last = phrase.words[-1]
        phrase.head = True
        if kind != PERSON:
            return self._is_body(last)
        title = self._title(last)
        if title is None or (title.kind not in ("head", "rank") and last not in self._alone):
            return False
        phrase.sex = title.sex
        for word in phrase.words:
            if (word == last or word not in self._alone) and (known := self.lexicon.titles.get(word)):
                phrase.sectors += known.sectors
        return True

    def _object(
        self,
        view: str,
        phrase: _Phrase,
        preposition: str,
        tokens: Iterable[re.Match[str]],
        starting: dict[int, Name],
    ) -> None:
        """Takes what follows 'of', 'at', 'for': whose office it is."""
        for token in tokens:
            inner = starting.get(token.start())
            if inner is not None:
                if view[inner.end : inner.end + 2] not in ("'s", "’s"):
                    self._own(phrase, inner, preposition)
                    if inner.kind != PLACE:
                        return
            elif token[0] in self.lexicon.demonyms and preposition == "of":
                noun = view[token.end() + 1 : token.end() + _LONGEST].partition(" ")[0].rstrip(",.")
                if self._is_body(noun) or noun in self._peoples:
                    phrase.country = phrase.country or self.lexicon.demonyms[token[0]]  # 'of the Malian opposition'
                    return
            elif token[0][:1].islower() and token[0].lower() not in _DETERMINERS:
                return
