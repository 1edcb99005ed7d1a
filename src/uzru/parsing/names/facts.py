"""What a whole document says of its strings, before any kind is decided."""

from __future__ import annotations

from collections.abc import Sequence

from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["document_facts"]

(_SURNAME, _GIVEN, _TITLED, _SPEAKS, _LOCATED, _BODY, _LOWER, _COMMA_PLACE, _THE, _OWNS, _INITIALS, _INSIDE) = (
    1 << bit for bit in range(12)
)
(_STAFF, _HEADED, _BODY_NOUN, _PLACE_NOUN, _PERSON_NOUN) = (1 << bit for bit in range(12, 17))

_TITLES = frozenset("tTHKD")
_BODIES = frozenset("OS")


def document_facts(lexicon: Lexicon, view: str, runs: Sequence[Run]) -> dict[str, int]:
    """Bits (see `features.FACTS`) for words and for whole runs.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names.runs import RunFinder
    >>> lexicon = Lexicon(Knowledge())
    >>> from uzru.parsing.text import Reading
    >>> reading = Reading("Neil Ashdown left. Ashdown said so in Nukus.")
    >>> facts = document_facts(lexicon, reading.view, RunFinder(lexicon)(reading))
    >>> [(name, bin(bits)) for name, bits in sorted(facts.items())]
    [('Ashdown', '0b1001'), ('Neil', '0b100000000010'), ('Neil Ashdown', '0b1'), ('Nukus', '0b10000')]
    """
    facts: dict[str, int] = {}
    initials: set[str] = set()
    acronyms: set[str] = set()
    for run in runs:
        bits = _around(lexicon, run)
        if len(run.words) > 1:
            _note_name(lexicon, run, bits, facts, initials)
            continue
        word = run.words[0]
        if bits:
            facts[word] = facts.get(word, 0) | bits
        if len(word) < 8 and word.isupper():
            acronyms.add(word)
    for acronym in acronyms & initials:
        facts[acronym] = facts.get(acronym, 0) | _INITIALS
    lower = set(view.split())
    for name in {run.words[0] for run in runs if len(run.words) == 1} | facts.keys():
        if name.islower() or name.lower() in lower:
            facts[name] = facts.get(name, 0) | _LOWER
    return facts


def _around(lexicon: Lexicon, run: Run) -> int:
    """What stands around a run tells."""
    one, behind = run.before[0], run.after[0]
    bits = 0
    if behind in lexicon.speech or (one in lexicon.speech and behind != "'s"):
        bits |= _SPEAKS
    if one in lexicon.located:
        bits |= _LOCATED
    elif one == "the":
        bits |= _THE
    elif one in lexicon.titles:
        bits |= _TITLED
    if run.owners and len(run.words) - 1 in run.owners:
        bits |= _OWNS | _nouns(lexicon, run.after[1])
    elif run.apposition:
        bits |= _nouns(lexicon, run.apposition)
        if lexicon.is_office(run.apposition):
            bits |= _PERSON_NOUN
    else:
        bits |= _nouns(lexicon, behind)
    if one in lexicon.heads:
        bits |= _BODY_NOUN if lexicon.heads[one][0] == "organization" else _PLACE_NOUN
    if one in ("of", "at", "for") and lexicon.is_office(run.before[1]):
        bits |= _HEADED
    if behind == ",":
        two = run.after[1]
        if two[:1].isupper() and (two in lexicon.countries or two in lexicon.places):
            bits |= _COMMA_PLACE
    return bits


def _note_name(lexicon: Lexicon, run: Run, bits: int, facts: dict[str, int], initials: set[str]) -> None:
    """Notes what a run of several words says of its first and last word, of those inside, and of the whole."""
    seen = facts.get
    words = run.words
    start = 0
    while start < len(words) - 1 and not _TITLES.isdisjoint(lexicon.flags(words[start])):
        start += 1
    if start:
        bits |= _TITLED
        words = words[start:]
    first, last = words[0], words[-1]
    if len(words) > 1:
        inner = (word for word in words if word in lexicon.joiners)
        if not _BODIES.isdisjoint(lexicon.flags(last)):
            facts[first] = seen(first, 0) | _BODY
        elif "F" in lexicon.flags(first) and lexicon.closed["particle"].issuperset(inner):
            facts[last] = seen(last, 0) | _SURNAME
            facts[first] = seen(first, 0) | _GIVEN
            bits |= _SURNAME
        for word in words[:-1]:
            if word[:1].isupper():
                facts[word] = seen(word, 0) | _INSIDE
        if len(words) > 2:
            initials.add("".join(word[0] for word in words if word[:1].isupper()))
    facts[last] = seen(last, 0) | (bits & ~(_LOCATED | _THE | _SURNAME))
    if bits:
        name = " ".join(words)
        facts[name] = seen(name, 0) | bits


def _nouns(lexicon: Lexicon, word: str) -> int:
    """What a noun behind a name tells: 'X spokesman', 'X party', 'X province'."""
    if lexicon.is_office(word):
        return _STAFF
    head = lexicon.heads.get(word)
    if head is None:
        return 0
    return _BODY_NOUN if head[0] == "organization" else _PLACE_NOUN if head[0] == "place" else 0
