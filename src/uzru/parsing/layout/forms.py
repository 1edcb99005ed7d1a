"""Forms as house styles write them, such as `{places}, {date} ({agency}) {dash}`, made into patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from uzru.errors import KnowledgeError
from uzru.parsing.late import late

__all__ = ["DATELINE_SLOTS", "FormPattern", "dateline_front", "read_form", "slots_of"]

_SLOT = re.compile(r"\{(\w+)\}")
_FIXED = re.compile(r"[^\s,]+")  # what a text has of the fixed characters in any case

# A capital or a letter of a script without case, then letters: one word of a name.  The curly apostrophe stands apart
# from the others, and '{1}' keeps it there: a set of signs near and far in Unicode takes ten times as long to compile.
_MARK = r"(?:[.'`-]{1}|’)"
_WORD = rf"[^\W\d_a-zß-öø-ÿ][^\W\d_]{{0,30}}(?:{_MARK}[^\W\d_]{{1,30}}){{0,3}}\.?"
_NAME = rf"{_WORD}(?: (?:(?:of|de|la|al|el|upon|on|am) )?{_WORD}){{0,3}}"
_QUALIFIER = rf"(?:, {_NAME}| ?\({_NAME}\))?"

# Every bound is small, so that a form is tried in constant time wherever it is tried.
_PATTERNS: Mapping[str, str] = {
    "places": rf"{_NAME}{_QUALIFIER}(?:(?:,? and |,? & | ?/ ?|, ){_NAME}{_QUALIFIER}){{0,3}}",
    "place": rf"{_NAME}{_QUALIFIER}",
    "agency": r"(?=[^()]{0,30}[^\W\d_])(?!\d{4}(?!\d))[^\s()\[\]/.,;:\"“”–—-][^()\[\]\"“”–—\n]{0,60}?",
    "dash": r"(?:--+|[–—―_]|(?<=[ )\]])-(?=[ \"“]))",
    "names": r"[^\n]{2,300}?",
    "agencies": r"[^\n]{2,200}?",
    "text": r"[^\n]{1,200}?",
}
_SIGNS: Mapping[str, str] = {"date": r"\d", "dash": "[–—―_-]"}  # what a slot cannot do without
_DATE_NEAR = r"(?=[^\n]{0,30}\d)"  # takes long to compile itself
# What stands behind a place in any form: a mark, or the date.
_BEHIND = r" {0,3}(?:[^\w\s]|_|"
DATELINE_SLOTS = frozenset({"places", "place", "date", "agency", "dash", "text"})


def dateline_front(date: str) -> re.Pattern[str]:
    r"""How forms that begin with a place, a date or a bracket begin: where this does not match, none of them does.

    >>> front = dateline_front(r"\d+ May")
    >>> [front.match(line) is not None for line in ("BRNO, 9 May --", "9 May --", "Two towns have -- at last")]
    [True, True, False]
    """
    return late(rf"(?:{_PATTERNS['places']}{_BEHIND}{_DATE_NEAR})|{date}|[(\[])")


def slots_of(form: str) -> list[str]:
    """The slots of a form, in order.

    >>> slots_of("{places}, {date} {dash}")
    ['places', 'date', 'dash']
    """
    return _SLOT.findall(form)


def _literal(text: str) -> str:
    """Fixed characters; blanks may be missing or doubled beside marks, a comma may be missing before a blank."""
    out = []
    for part in re.split(r"(,? )", text):
        if part == " ":
            out.append(" {0,3}")
        elif part == ", ":
            out.append("(?: ?, {0,3}| {1,3})")
        else:
            out.append(re.escape(part))
    return "".join(out)


class FormPattern:
    """The pattern of a form, compiled when it is first needed: of the many forms of all styles, a page needs a few.

    Args:
        source: the pattern; each slot is a group of its name.
        signs: patterns of what the form cannot do without, in their order.
    """

    def __init__(self, source: str, signs: Sequence[str] = ()) -> None:
        self._source = source
        self._signs = signs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self._source)

    @cached_property
    def outline(self) -> re.Pattern[str]:
        """A pattern, quickly compiled, of the signs alone: it matches wherever the form may."""
        return re.compile("".join(f"(?>[^\n]*?{sign})" for sign in self._signs))


def read_form(form: str, where: str, date: str, ignore_case: bool = False) -> FormPattern:
    r"""The pattern of a form.

    Args:
        form: fixed characters and slots: {places}, {place}, {date}, {agency}, {dash}, {names}, {agencies}, {text}.
        where: what to name in an error, such as the style's file.
        date: the pattern of a date.
        ignore_case: whether the fixed characters may stand in capitals too.

    Raises:
        KnowledgeError: if a slot is unknown, or one that is no {dash} stands twice.

    >>> pattern = read_form("{places}, {date} ({agency}) {dash}", "an example", r"\d+ May")
    >>> found = pattern.compiled.match("BRNO, 9 May (CNA) -- A")
    >>> found["places"], found["date"], found["agency"]
    ('BRNO', '9 May', 'CNA')
    """
    parts = []
    signs = []
    seen: set[str] = set()
    for index, part in enumerate(_SLOT.split(form)):
        if index % 2 == 0:
            fixed = _literal(part)
            parts.append(f"(?i:{fixed})" if ignore_case and fixed else fixed)
            signs += [f"(?i:{re.escape(word)})" if ignore_case else re.escape(word) for word in _FIXED.findall(part)]
            continue
        signs += [_SIGNS[part]] if part in _SIGNS else []
        pattern = date if part == "date" else _PATTERNS.get(part)
        if pattern is None:
            known = ", ".join(sorted(["date", *_PATTERNS]))
            raise KnowledgeError(f"{where}: there is no slot {{{part}}} in {form!r}; the slots are {known}")
        if part == "dash":
            parts.append(pattern)
            continue
        if part in seen:
            raise KnowledgeError(f"{where}: {{{part}}} stands twice in {form!r}; a slot stands once")
        seen.add(part)
        parts.append(f"(?P<{part}>{pattern})")
    return FormPattern("".join(parts), signs)
