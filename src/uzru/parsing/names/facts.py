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
    flags = lexicon.flags
    speech, located, titles = lexicon.speech, lexicon.located, lexicon.titles
    joiners, particles = lexicon.joiners, lexicon.closed["particle"]
    facts: dict[str, int] = {}
    seen = facts.get
    initials: dict[str, None] = {}
    acronyms: dict[str, None] = {}
    for run in runs:
        words = run.words
        one = run.before[0]
        size = len(words)
        last = words[-1]
        bits = 0
        if run.after[0] in speech or (one in speech and run.after[0] not in "'s"):
            bits |= _SPEAKS
        if one in located:
            bits |= _LOCATED
        elif one == "the":
            bits |= _THE
        elif one in titles:
            bits |= _TITLED
        if run.owners and size - 1 in run.owners:
            bits |= _OWNS
            bits |= _nouns(lexicon, run.after[1])
        elif run.apposition:
            bits |= _nouns(lexicon, run.apposition)
            if lexicon.is_office(run.apposition):
                bits |= _PERSON_NOUN
        else:
            bits |= _nouns(lexicon, run.after[0])
        if one in lexicon.heads:
            bits |= _BODY_NOUN if lexicon.heads[one][0] == "organization" else _PLACE_NOUN
        if one in ("of", "at", "for") and lexicon.is_office(run.before[1]):
            bits |= _HEADED
        if run.after[0] == ",":
            two = run.after[1]
            if two[:1].isupper() and (two in lexicon.countries or two in lexicon.places):
                bits |= _COMMA_PLACE
        if size == 1:
            if bits:
                facts[last] = seen(last, 0) | bits
            if len(last) < 8 and last.isupper():
                acronyms[last] = None
            continue
        first = words[0]
        core = size
        start = 0
        while start < size - 1 and not _TITLES.isdisjoint(flags(words[start])):
            start += 1
        if start:
            bits |= _TITLED
            first = words[start]
        body = not _BODIES.isdisjoint(flags(last))
        core = size - start
        if core > 1:
            if body:
                facts[first] = seen(first, 0) | _BODY
            elif "F" in flags(first) and particles.issuperset(word for word in words[start:] if word in joiners):
                facts[last] = seen(last, 0) | _SURNAME
                facts[first] = seen(first, 0) | _GIVEN
                bits |= _SURNAME
            for word in words[start:-1]:
                if word[:1].isupper():
                    facts[word] = seen(word, 0) | _INSIDE
            if core > 2:
                initials["".join(word[0] for word in words[start:] if word[:1].isupper())] = None
        facts[last] = seen(last, 0) | (bits & ~(_LOCATED | _THE | _SURNAME)) | (seen(last, 0) & _SURNAME)
        name = " ".join(words[start:])
        if bits:
            facts[name] = seen(name, 0) | bits
    for acronym in acronyms:
        if acronym in initials:
            facts[acronym] = seen(acronym, 0) | _INITIALS
    lower = set(view.split())
    for name in {run.words[0] for run in runs if len(run.words) == 1} | facts.keys():
        if name.islower() or name.lower() in lower:
            facts[name] = seen(name, 0) | _LOWER
    return facts


def _nouns(lexicon: Lexicon, word: str) -> int:
    """What a noun behind a name tells: 'X spokesman', 'X party', 'X province'."""
    if lexicon.is_office(word):
        return _STAFF
    head = lexicon.heads.get(word)
    if head is None:
        return 0
    return _BODY_NOUN if head[0] == "organization" else _PLACE_NOUN if head[0] == "place" else 0
