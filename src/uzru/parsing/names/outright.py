"""Names of several words that the tables know, and blocs of states, are found as they stand, whatever they weigh."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

import attrs

from uzru.knowledge import Knowledge
from uzru.parsing.late import late
from uzru.parsing.memo import Memo
from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import GROUP, ORGANIZATION, PERSON, PLACE
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.words import MARKS, Words

__all__ = ["Outright"]

_START = attrgetter("start")
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(f"[ {re.escape(MARKS)}]")
_ALONE = " "  # in place of a second word
_SITE = re.compile(r"^[\w-]+\.[A-Za-z]{2,}$")  # 'Ferghana.ru', '24.kg'
_COMPOUND = re.compile(r"-| [a-z]")  # 'Nur-Sultan', 'Dar es Salaam'
_FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK"})  # 'Ban Ki-moon', then 'Ban'
_AUXILIARIES = frozenset({"is", "was", "has", "had", "will", "would", "also"})
_GOES_ON = re.compile(r"\w|-\w| \d")  # 'the Standard & Poor's 500' is no company
_INSIDE = ("-", "'", ".")  # in front of these a word is no word's first half
_THE = late(r"(?:\b(in|from|across|throughout) )?\b[Tt]he $")
_REACH = 16  # characters before a name in which an article and a preposition stand
_NOUN = re.compile(r"-?\w|-?[ ](?:[A-Z]\w*|(\w+))")
_STARTS = late(r"(?:^|[.!?:;\"”\n] ?)$")


class _Form(NamedTuple):
    """A name as the tables write it, its kind, and the short form that a text may go on with."""

    text: str
    kind: int
    short: str


class Outright:
    """Finds the names of persons, bodies and great cities that the tables write with several words, sites and blocs.

    Attributes:
        firsts: the words that such names begin with.

    >>> knowledge = Knowledge()
    >>> outright = Outright(knowledge, Lexicon(knowledge))
    >>> text = "Condoleezza Rice spoke of Hizb ut-Tahrir. Rice said no."
    >>> [name.text for name in outright(text, Words(text), [])]
    ['Condoleezza Rice', 'Hizb ut-Tahrir', 'Rice']
    """

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._forms = Memo(self._starting_with)
        # By first word: kind, country and name as the tables write it, a line each; read when a text has the word.
        self._known: dict[str, str] = {}
        self.firsts: Collection[str] = self._known.keys()
        for name, names, acronyms, *_ in knowledge.table("organizations"):
            self._add(f"{name}|{names}|{acronyms}", ORGANIZATION)
        for name, names, *_ in knowledge.table("agencies"):
            self._add(f"|{name}|{names}".replace("|The ", "|"), ORGANIZATION, joint=".")
        for name, names, _, country, *_ in knowledge.table("persons"):
            self._add(f"{name}|{names}", PERSON, country)
        for _, _, size, names in (*knowledge.rows("cities"), *knowledge.rows("provinces")):
            if size == "large":
                self._add(names, PLACE, joint="-")
        self._add("|".join(lexicon.capitals), PLACE, joint="-")
        self._add("|".join(lexicon.blocs), GROUP, joint="")

    def _add(self, texts: str, kind: int, country: str = "", joint: str = " ") -> None:
        known, what = self._known, f"\n{kind}\t{country}\t"
        for text in texts.split("|"):
            if " " in text or joint in text:
                first = text.partition(" ")[0]
                if not (first.isascii() and first.isalpha()):
                    first = _BETWEEN.split(text.strip(), 1)[0]
                known[first] = known.get(first, "") + what + text

    def _starting_with(self, word: str) -> dict[str, list[_Form]]:
        """The names that begin with a word, by their second word, the longest first."""
        lines = [line.split("\t") for line in self._known[word].split("\n")[1:]]
        read = [self._form(text, int(kind), country) for kind, country, text in lines]
        found = {form.text: form for form in reversed(read) if form is not None}
        forms: dict[str, list[_Form]] = {}
        for form in sorted(found.values(), key=lambda form: -len(form.text)):
            _, *others = _BETWEEN.split(form.text, 2)
            forms.setdefault(others[0] if others else _ALONE, []).append(form)
        return forms

    def _form(self, text: str, kind: int, country: str) -> _Form | None:
        straight = _straight(text)
        if kind == PERSON:
            straight = " ".join(straight.split())
            return _Form(straight, kind, straight.split(" ")[0 if country in _FAMILY_FIRST else -1])  # 'II' is none
        if kind == GROUP:
            sure = True
        elif kind == PLACE:
            sure = self._lexicon.places[text].sort == "large" and _COMPOUND.search(text) is not None
        else:
            sure = self._is_sure(text) or _SITE.search(text) is not None
        return _Form(straight, kind, "") if sure else None

    def _is_sure(self, text: str) -> bool:
        """Whether the words mean the body wherever they stand: not 'Article 19', 'Peace Now', 'Russian government'."""
        words = text.split()
        if len(words) < 2 or text in self._lexicon.countries:
            return False
        if words[0] in self._lexicon.demonyms and "".join(words[1:]).islower():
            return False
        return not (len(words) == 2 and all(map(self._is_common, words)))

    def _is_common(self, word: str) -> bool:
        low = word.lower()
        return word.isdigit() or low in self._lexicon.words or low in self._lexicon.function

    def __call__(
        self, view: str, words: Words, names: Sequence[Name], likely: Sequence[int] | None = None
    ) -> list[Name]:
        """The names, with those of the tables in place of what overlaps them.

        `likely` are the numbers of some words, all that one of the tables' names begins with among them.
        """
        names = sorted(names, key=_START)
        starts = [name.start for name in names]
        found = []
        gone: set[int] = set()
        for name in self._found(view, words, likely):
            near = range(max(0, bisect_right(starts, name.start) - 1), bisect_right(starts, name.end + 1))
            whole = self._whole(name, names[near.start : near.stop])
            if whole is not None:
                found.append(whole)
                gone.update([k for k in near if names[k].start < whole.end and whole.start < names[k].end])
        if not found:
            return names
        names = sorted([*found, *[name for k, name in enumerate(names) if k not in gone]], key=_START)
        shorts = list(self._shorts(view, words, names, found))
        return sorted([*names, *shorts], key=_START) if shorts else names

    def _found(self, view: str, words: Words, likely: Sequence[int] | None) -> Iterator[Name]:
        plain = _straight(view)
        to = 0
        following = [*words.words, ""]
        for number in words.numbers(self._known, likely):
            forms = self._forms[following[number]]
            second = following[number + 1]
            if second not in forms and _ALONE not in forms:
                continue
            start = words.start(number)
            if start < to or plain[max(0, start - 1) : start] in _INSIDE:
                continue
            for form in (*forms.get(second, ()), *forms.get(_ALONE, ())):
                end = start + len(form.text)
                if form.kind == GROUP and not self._is_bloc(plain, start, end):
                    continue
                if plain.startswith(form.text, start) and not _GOES_ON.match(plain, end):
                    yield Name(start, end, form.text, form.kind, why=(f"is '{form.text}' of the tables",))
                    to = end
                    break

    def _is_bloc(self, plain: str, start: int, end: int) -> bool:
        """Whether 'the' stands before a bloc's name, and no noun behind it: 'the West', not 'the West Bank'."""
        article = _THE.search(plain, max(0, start - _REACH), start)
        if article is None or (article[1] and plain.startswith(" of ", end)):  # 'in the West of the country'
            return False
        follows = _NOUN.match(plain, end)
        if follows is None:
            return True
        return follows[1] is not None and follows[1] not in self._lexicon.closed["part-of-land"]

    def _whole(self, name: Name, names: Sequence[Name]) -> Name | None:
        """The name, with a word in front that belongs to it; nothing if it is only a part of a longer one.

        'Bank of China Tower', 'Central Bank of China' and 'Queen Elizabeth Hospital' are others; 'Seyyed Ebrahim Raisi'
        is who he is.
        """
        for other in names:
            if other.start == name.end + 1 and name.kind == PERSON and other.kind == ORGANIZATION:
                return None
            if not (other.start <= name.start and name.end <= other.end):
                continue
            if other.end > name.end:
                return None
            ahead = other.text.split()[: len(other.text.split()) - len(name.text.split())]
            if not ahead or other.kind != name.kind or self._lexicon.calendar.intersection(ahead):
                continue
            if name.kind == ORGANIZATION:
                return None
            if len(ahead) == 1 and not ahead[0].isupper():
                return attrs.evolve(name, start=other.start)
        return name

    def _shorts(self, view: str, words: Words, names: Sequence[Name], found: Sequence[Name]) -> Iterator[Name]:
        """The surnames alone, of those that are a word too and so were not taken for a name."""
        full: dict[str, str] = {}
        for text in dict.fromkeys([name.text for name in reversed(found) if name.kind == PERSON]):
            short = self._short(text)
            if short[:1].isalpha() and not short.isupper():
                full.setdefault(short, text)
        if not full:
            return
        taken = [name.start for name in names]
        by_first: dict[str, list[str]] = {}
        for short in sorted(full, key=len, reverse=True):
            by_first.setdefault(_BETWEEN.split(short, 1)[0], []).append(short)
        for start, word in words.spots(by_first):
            short = next((one for one in by_first[word] if view.startswith(one, start)), "")
            end = start + len(short)
            if not short or _GOES_ON.match(view, end) or _overlapped(start, end, names, taken):
                continue
            if self._speaks(view, end) or (
                short not in self._lexicon.calendar and not _STARTS.search(view[max(0, start - 2) : start])
            ):
                why = (f"is the surname of {full[short]}, named in full",)
                yield Name(start, end, short, PERSON, why=why)

    def _short(self, text: str) -> str:
        """The short form of a person's name."""
        first, *others = _BETWEEN.split(text, 2)
        forms = self._forms[first][others[0] if others else _ALONE]
        return next(form.short for form in forms if form.text == text)

    def _speaks(self, view: str, end: int) -> bool:
        """Whether a verb of saying, a past or a possessive follows."""
        if view[end : end + 2] in ("'s", "’s"):
            return True
        following = _WORD.match(view, end + 1) if view[end : end + 1] == " " else None
        if following is None:
            return False
        word = following[0]
        return (
            word in self._lexicon.speech or word in self._lexicon.pasts or word in _AUXILIARIES or word.endswith("ed")
        )


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _overlapped(start: int, end: int, names: Sequence[Name], starts: Sequence[int]) -> bool:
    """Whether one of the names, sorted by their starts, shares a character with a stretch."""
    last = bisect_left(starts, end) - 1
    return last >= 0 and names[last].end > start
