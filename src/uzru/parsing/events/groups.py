"""Groups that act without a name: 'Malian soldiers', 'the opposition', 'thousands of miners'."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from uzru.model.actor import Actor, ActorKind
from uzru.parsing.events import parts as p
from uzru.parsing.events.relevance import is_political
from uzru.parsing.inflection import plural

if TYPE_CHECKING:
    from uzru.knowledge import Knowledge
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon

__all__ = ["Groups", "at_home", "describes"]

_GROUP = ActorKind.GROUP  # a member of an enumeration takes long to look up
_OWNERS = frozenset({"'s", "’s"})  # 'Mali's premier' has no article
_ABROAD = frozenset({"IGO", "NGO", "ISM", "IMG"})  # groups of these sectors may be from anywhere


class Groups:
    """The table `groups`, by the forms that texts hold.

    Attributes:
        words: the first words of all groups.
        political: likewise, of groups in public life.
        states: the words for several states, which a region goes before: 'nations'; with their sector.
        officials: the names of one official, 'minister', and of many who stand for their states, 'presidents'.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.clauses import Clause
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> from uzru.parsing.events.tokens import Tokens
    >>> text = "The riot police met a general strike of miners."
    >>> groups, lexicon = Groups(Knowledge()), Lexicon(Knowledge())
    >>> clause = Clause(lexicon, Tokens(text, text.lower(), groups.mark(lexicon.bits)))
    >>> [actor.name for _, _, actor in groups(lexicon, clause)]
    ['riot police', 'miners']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._lines: dict[str, str] = {}  # by first word: the words, name and sector of each group, a line each
        self._forms: dict[str, list[tuple[list[str], tuple[str, str]]]] = {}  # the same, read when a text has the word
        self._single: set[str] = set()
        self._bodies: set[str] = set()
        self.political: set[str] = set()
        self.states = {row[1]: row[2] for row in knowledge.table("groups") if row[3] == "states"}
        rows = [row for row in knowledge.table("groups") if row[3] != "states"]
        public = {sector for sector in {row[2] for row in rows} if is_political(_group("anybody", sector))}
        for noun, many, sector, kind in rows:
            name = many or noun
            for form in sorted({noun, name, plural(noun) if not many and kind == "body" else name}):
                text = " ".join(form.lower().replace("-", " - ").split())
                first = text.partition(" ")[0]
                single = kind == "person" and form == noun != name
                own = name if kind == "person" and not single else form
                line = f"{text}\t{own}\t{sector}"
                self._lines[first] = f"{self._lines[first]}\n{line}" if first in self._lines else line
                if sector in public:
                    self.political.add(first)
                if single:
                    self._single.add(text)
                if kind == "body" and form == noun:
                    self._bodies.add(text)
        self.words = frozenset(self._lines)
        self.officials = frozenset(row[0] for row in rows if row[2] == "GOV" and row[3] == "person")
        titles = knowledge.mapping("office-titles", "names")
        self.officials |= {row[1] for row in rows if row[0] in titles and row[0] in self.officials}

    def mark(self, bits: dict[str, int]) -> dict[str, int]:
        """The bits of words with those of groups added."""
        return p.mark(bits, (p.GROUP, self.words), (p.STATES, self.states), (p.POLITICAL, self.political))

    def __call__(self, lexicon: Lexicon, clause: Clause) -> list[tuple[int, int, Actor]]:
        """The groups of a sentence, each with its words, half-open, in order."""
        found: list[tuple[int, int, Actor]] = []
        if not clause.whole & p.PEOPLE:
            return found
        bits = clause.bits
        for i in [i for i in clause.marked if bits[i] & p.PEOPLE]:
            if found and i < found[-1][1]:
                continue
            word = clause.words[i]
            if bits[i] & p.STATES:
                if region := _region(lexicon, clause, i):
                    found.append((i, i + 1, _group(region + word, self.states[word])))
                continue
            end, meant = self._longest(clause.words, i)
            if not meant or describes(lexicon, clause, end) or _is_verb(lexicon, clause, i, end):
                continue
            if not self._is_loose(lexicon, clause, i, end):
                found.append((i, end, _group(_region(lexicon, clause, i) + meant[0], meant[1])))
        return found

    def _longest(self, words: list[str], i: int) -> tuple[int, tuple[str, str] | None]:
        for form, meant in self._forms.get(words[i]) or self._starting_with(words[i]):
            end = i + len(form)
            if words[i:end] == form:
                return end, meant
        return i, None

    def _starting_with(self, word: str) -> list[tuple[list[str], tuple[str, str]]]:
        """The groups that begin with a word, the longest first: all words, and the name and sector."""
        lines = [line.split("\t") for line in self._lines[word].split("\n")]
        meant = {words: (name, sector) for words, name, sector in reversed(lines)}
        found = [(words.split(" "), known) for words, known in meant.items()]
        forms = self._forms[word] = sorted(found, key=lambda form: -len(form[0]))
        return forms

    def _is_loose(self, lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
        """Whether one person's noun stands without an article or the like, as 'general' in 'in general' does."""
        text = " ".join(clause.words[start:end])
        if (
            end < len(clause.words)
            and clause.words[end] in lexicon.nouns
            and (text in self._single or text in self._bodies)
        ):
            return True
        if text not in self._single:
            return False
        if not start:
            return True
        return clause.bits[start - 1] & (p.SMALL | p.DETERMINER) == p.SMALL and clause.words[start - 1] not in _OWNERS


def _is_verb(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    """Whether a verb that looks like a group follows a name: 'Mali suspects Chad', but not 'Malian suspects'."""
    if not start or end != start + 1 or end == len(clause.words) or not clause.bits[start] & p.VERB:
        return False
    if not clause.capital[start - 1] or start - 1 in clause.demonyms:
        return False
    if not (clause.capital[end] or clause.bits[end] & p.DETERMINER):
        return False
    return any("S" in form.kinds for form in lexicon.verbs[clause.words[start]])


def _region(lexicon: Lexicon, clause: Clause, i: int) -> str:
    """The word before a group that says it is of no one country, with its blank: 'African ', 'foreign '."""
    if not i or clause.words[i - 1] not in lexicon.regional:
        return ""
    word = clause.words[i - 1]
    return f"{word.title() if clause.initials[i - 1] else word} "


@cache
def _group(name: str, sector: str) -> Actor:
    return Actor(name=name, kind=_GROUP, sectors=(sector,))


def describes(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether another noun follows: 'police station', 'army base'."""
    if i >= len(clause.words) or not clause.words[i][0].isalpha():
        return False
    word, bits = clause.words[i], clause.bits[i]
    if bits & p.MINOR or clause.capital[i] or word.endswith(("ed", "ly", "ing")):
        return False
    return not bits & p.VERB or (word in lexicon.nouns and clause.bits[i - 1] & p.ATTRIBUTIVE > 0)


def at_home(actor: Actor, country: str | None) -> Actor:
    """A group of no country as a group of that country; anybody else unchanged.

    >>> at_home(Actor(name="miners", kind="group", sectors=("LAB",)), "MLI")
    Actor('miners', group, MLI)
    """
    if country is None or actor.country or actor.kind is not _GROUP or not _ABROAD.isdisjoint(actor.sectors):
        return actor
    return _of_country(actor, country)


@lru_cache(maxsize=4096)
def _of_country(group: Actor, country: str) -> Actor:
    return Actor(name=group.name, kind=group.kind, country=country, sectors=group.sectors, roles=group.roles)
