"""What the tables say that verbs tell, with which objects and subjects; a verb's rows are read when a text has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.errors import KnowledgeError
from uzru.model.plover import MODES, EventType
from uzru.parsing.memo import Lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from uzru.knowledge import Knowledge

__all__ = ["PLACEHOLDERS", "Pattern", "Senses", "VerbSense", "check"]

PLACEHOLDERS = ("NOTHING", "SOMEBODY", "SOMEBODY-ONLY", "ANYBODY-TO", "ANYBODY", "TO")
"""What stands in the tables for more than a noun, in the order in which it is tried."""


class Pattern(NamedTuple):
    """A row of the table `event-patterns`, its classes spelt out; one without a type tells nothing."""

    name: str
    objects: frozenset[str]
    subjects: frozenset[str]
    unless: frozenset[str]
    type: EventType | None
    mode: str


class VerbSense:
    """The patterns of a verb, those with a subject first."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(sorted(patterns, key=lambda pattern: not pattern.subjects))

    @Lazy
    def defaults(self) -> tuple[Pattern, ...]:
        """Those that need no object."""
        return tuple(pattern for pattern in self.patterns if not pattern.objects)

    @Lazy
    def objects(self) -> frozenset[str]:
        """The nouns that the others ask for."""
        return frozenset().union(*(pattern.objects for pattern in self.patterns))

    @Lazy
    def needs(self) -> frozenset[str]:
        """The nouns of which one must stand near, as object or subject; none if a pattern holds without any."""
        rest = [pattern.subjects for _, pattern in self.others]
        return self.objects.union(*rest) if all(rest) else frozenset()

    @Lazy
    def picky(self) -> bool:
        """Whether a pattern holds only for some subjects, or not with some nouns near."""
        return any(pattern.subjects or pattern.unless for pattern in self.patterns)

    def taking(self, noun: str) -> list[Pattern]:
        """Those that ask for a noun."""
        return [pattern for pattern in self.patterns if noun in pattern.objects]

    @Lazy
    def others(self) -> tuple[tuple[str, Pattern], ...]:
        """Those that hold without a noun, with what they ask for instead, in the order in which they are tried."""
        asking = ((kind, pattern) for kind in PLACEHOLDERS for pattern in self.taking(kind))
        return (*asking, *(("", pattern) for pattern in self.defaults))


class Senses(dict[str, VerbSense | None]):
    """The patterns of a verb by its lemma, None if the table has none; made when first asked for.

    Args:
        knowledge: holds the tables `event-patterns` and `event-verbs`.
        classes: the nouns that the patterns name by their class.

    Attributes:
        nouns: those that patterns ask for, in their order; the placeholders, too.
        lemmas: all verbs, in their order, each with the numbers of its rows, blank-separated.

    >>> from uzru.knowledge import Knowledge
    >>> nouns = {name: cell.split() for name, cell in Knowledge().mapping("event-nouns", "nouns").items()}
    >>> senses = Senses(Knowledge(), nouns)
    >>> sorted(senses["lift"].objects)[:2], senses["glimmer"]
    (['arms-embargo', 'asset-freeze'], None)
    """

    def __init__(self, knowledge: Knowledge, classes: Mapping[str, Iterable[str]]) -> None:
        super().__init__()
        self._classes = classes
        self._rows = list(knowledge.rows("event-patterns"))
        self._verbs = _spelt_out(self._rows, knowledge.mapping("event-verbs", "verbs"))
        self._expanded: dict[str, frozenset[str]] = {}  # cells by what they say: rows share their classes
        self._patterns: dict[str, Pattern] = {}
        self._senses: dict[str, VerbSense] = {}  # most verbs have one row, and its others have no other either
        for name, type_, mode in {row[5:7]: (row[0], *row[5:7]) for row in self._rows}.values():
            check("event-patterns", name, type_, mode)
        words = dict.fromkeys(" ".join([cell for row in self._rows for cell in row[2:5]]).split())
        self.nouns = [word for word in words if word[0] != "@"]
        if unknown := [word for word in words if word[0] == "@" and word[1:] not in classes]:
            name = next(row[0] for row in self._rows if unknown[0] in " ".join(row[2:5]).split())
            raise KnowledgeError(
                f"event-patterns, {name}: there is no class {unknown[0]}; add it to event-nouns or write the nouns"
            )
        self.lemmas: dict[str, str] = {}
        for number, verbs in enumerate(self._verbs):
            own = str(number)
            for lemma in dict.fromkeys(verbs.split()):
                self.lemmas[lemma] = f"{self.lemmas[lemma]} {own}" if lemma in self.lemmas else own

    def __missing__(self, lemma: str) -> VerbSense | None:
        rows = self.lemmas.get(lemma)
        if rows is not None and rows not in self._senses:
            self._senses[rows] = VerbSense(map(self._pattern, rows.split()))
        sense = self[lemma] = None if rows is None else self._senses[rows]
        return sense

    def telling(self, types: Collection[str], of_anything: bool = False) -> list[str]:
        """The verbs that may tell an event of one of these types; with or without an object, if so asked."""
        told = (
            verbs
            for row, verbs in zip(self._rows, self._verbs, strict=True)
            if row[5] in types and not (of_anything and row[2])
        )
        return " ".join(told).split()

    def _pattern(self, number: str) -> Pattern:
        if number not in self._patterns:
            name, _, objects, subjects, unless, type_, mode, _ = self._rows[int(number)]
            tells = EventType(type_) if type_ else None
            self._patterns[number] = Pattern(
                name, self._expand(objects), self._expand(subjects), self._expand(unless), tells, mode
            )
        return self._patterns[number]

    def _expand(self, cell: str) -> frozenset[str]:
        """The nouns of a cell, its classes spelt out."""
        if cell not in self._expanded:
            nouns = ((word,) if word[0] != "@" else self._classes[word[1:]] for word in cell.split())
            self._expanded[cell] = frozenset().union(*nouns)
        return self._expanded[cell]


def _spelt_out(rows: Iterable[tuple[str, ...]], classes: Mapping[str, str]) -> list[str]:
    """The verbs of each row, the classes among them spelt out."""
    found = []
    for name, cell, *_ in rows:
        verbs = cell.split() if "@" in cell else ()
        for word in verbs:
            if word[0] == "@" and word[1:] not in classes:
                raise KnowledgeError(
                    f"event-patterns, {name}: there is no class {word} of verbs;"
                    " add it to event-verbs or write the verbs"
                )
        found.append(" ".join([word if word[0] != "@" else classes[word[1:]] for word in verbs]) or cell)
    return found


def check(table: str, name: str, type_: str, mode: str) -> None:
    """Fault a row's type or mode that PLOVER does not have.

    Raises:
        KnowledgeError: if it is not there.
    """
    if not type_ and not mode:
        return
    if type_ not in EventType.__members__:
        raise KnowledgeError(
            f"{table}, {name}: there is no type '{type_}'; PLOVER has {', '.join(EventType.__members__)}"
        )
    if mode and mode not in MODES[EventType(type_)]:
        allowed = ", ".join(sorted(MODES[EventType(type_)])) or "none"
        raise KnowledgeError(f"{table}, {name}: {type_} has no mode '{mode}'; it has {allowed}")
