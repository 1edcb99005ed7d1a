"""What a whole document says of its strings, before any kind is decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from uzru.parsing.memo import Memo
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run
from uzru.parsing.text import Reading
from uzru.parsing.words import occurrences

__all__ = ["FactFinder"]

(_SURNAME, _GIVEN, _TITLED, _SPEAKS, _LOCATED, _BODY, _LOWER, _COMMA_PLACE, _THE, _OWNS, _INITIALS, _INSIDE) = (
    1 << bit for bit in range(12)
)
(_STAFF, _HEADED, _BODY_NOUN, _PLACE_NOUN, _PERSON_NOUN) = (1 << bit for bit in range(12, 17))

_TITLES = frozenset("tTHKD")
_BODIES = frozenset("OS")
_OF = ("of", "at", "for")
_FEW = 32


class FactFinder:
    """Finds bits (see `features.FACTS`) for words and for whole runs, of one document after another.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names.runs import RunFinder
    >>> lexicon = Lexicon(Knowledge())
    >>> reading = Reading("Neil Ashdown left. Ashdown said so in Nukus.")
    >>> facts = FactFinder(lexicon)(reading, RunFinder(lexicon)(reading))
    >>> [(name, bin(bits)) for name, bits in sorted(facts.items())]
    [('Ashdown', '0b1001'), ('Neil', '0b100000000010'), ('Neil Ashdown', '0b1'), ('Nukus', '0b10000')]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._before = Memo(self._of_before)
        self._behind = Memo(self._of_behind)
        self._titles = Memo[str, bool](lambda word: not _TITLES.isdisjoint(lexicon.flags(word)))
        self._particles = lexicon.closed["particle"]

    def __call__(self, reading: Reading, runs: Sequence[Run]) -> dict[str, int]:
        """What the document says of its strings."""
        single: dict[str, int] = {}
        several: dict[tuple[str, ...], int] = {}
        for run in runs:
            words = run.words
            if len(words) > 1:
                several[words] = several.get(words, 0) | self._around(run)
            else:
                single[words[0]] = single.get(words[0], 0) | self._around(run)
        facts = {word: bits for word, bits in single.items() if bits}
        initials: set[str] = set()
        for words, bits in several.items():
            self._note_name(words, bits, facts, initials)
        for word in initials.intersection(single):
            if len(word) < 8 and word.isupper():
                facts[word] = facts.get(word, 0) | _INITIALS
        low = {name: name.lower() for name in single.keys() | facts.keys()}
        lower = _standing(reading, set(low.values()))
        for name, form in low.items():
            if form in lower or name.islower():
                facts[name] = facts.get(name, 0) | _LOWER
        return facts

    def _around(self, run: Run) -> int:
        """What stands around a run tells."""
        one, two = run.before
        behind, further = run.after
        bits = self._before[one]
        if behind == "'s":
            bits &= ~_SPEAKS
        if one in _OF and two in self.lexicon.offices:
            bits |= _HEADED
        owners, apposition = run.owners, run.apposition
        if not owners and not apposition:
            bits |= self._behind[behind]
        else:
            bits |= self._behind[behind] & _SPEAKS
            if len(run.words) - 1 in owners:
                bits |= _OWNS | self._behind[further] & ~_SPEAKS
            else:
                bits |= self._behind[apposition or behind] & ~_SPEAKS
                if apposition in self.lexicon.offices:
                    bits |= _PERSON_NOUN
        if (
            behind == ","
            and further[:1].isupper()
            and (further in self.lexicon.countries or further in self.lexicon.places)
        ):
            bits |= _COMMA_PLACE
        return bits

    def _of_before(self, word: str) -> int:
        """What the word before a run tells."""
        lexicon = self.lexicon
        bits = _SPEAKS if word in lexicon.speech else 0
        if word in lexicon.located:
            bits |= _LOCATED
        elif word == "the":
            bits |= _THE
        elif word in lexicon.titles:
            bits |= _TITLED
        if word in lexicon.heads:
            bits |= _BODY_NOUN if lexicon.heads[word][0] == "organization" else _PLACE_NOUN
        return bits

    def _of_behind(self, word: str) -> int:
        """What the word behind a run tells: 'X said', 'X spokesman', 'X party', 'X province'."""
        bits = _SPEAKS if word in self.lexicon.speech else 0
        if word in self.lexicon.offices:
            return bits | _STAFF
        head = self.lexicon.heads.get(word)
        if head is None:
            return bits
        return bits | (_BODY_NOUN if head[0] == "organization" else _PLACE_NOUN if head[0] == "place" else 0)

    def _note_name(self, words: tuple[str, ...], bits: int, facts: dict[str, int], initials: set[str]) -> None:
        """Notes what a run of several words says of its first and last word, of those inside, and of the whole."""
        seen = facts.get
        flags = self.lexicon.flags
        start = 0
        while start < len(words) - 1 and self._titles[words[start]]:
            start += 1
        if start:
            bits |= _TITLED
            words = words[start:]
        first, last = words[0], words[-1]
        if len(words) > 1:
            if not _BODIES.isdisjoint(flags(last)):
                facts[first] = seen(first, 0) | _BODY
            elif "F" in flags(first) and (
                len(words) == 2 or self._particles.issuperset([word for word in words if word in self.lexicon.joiners])
            ):
                facts[last] = seen(last, 0) | _SURNAME
                facts[first] = seen(first, 0) | _GIVEN
                bits |= _SURNAME
            for word in words[:-1]:
                if word[:1].isupper():
                    facts[word] = seen(word, 0) | _INSIDE
            if len(words) > 2:
                initials.add("".join([word[0] for word in words if word[:1].isupper()]))
        facts[last] = seen(last, 0) | (bits & ~(_LOCATED | _THE | _SURNAME))
        if bits:
            name = " ".join(words)
            facts[name] = seen(name, 0) | bits


def _standing(reading: Reading, forms: set[str]) -> Collection[str]:
    """Which forms stand between blanks; the few that a text may have are looked up one by one.

    >>> sorted(_standing(Reading("the mint, the court"), {"the", "mint", "court", "o'brien"}))
    ['court', 'the']
    """
    likely = forms.intersection(reading.words.words)
    likely.update([form for form in forms if not (form.isalpha() and form.isascii()) and " " not in form])
    view = reading.view
    if len(likely) > _FEW:
        return likely.intersection(view.split())
    return [form for form in likely if _stands(view, form)]


def _stands(view: str, form: str) -> bool:
    for at in occurrences(view, form):
        end = at + len(form)
        if (not at or view[at - 1].isspace()) and (end == len(view) or view[end].isspace()):
            return True
    return False
