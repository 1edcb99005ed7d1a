"""Credit lines: bylines, contributors, agencies, editors, and the initials of digest writers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.model import Credit, PartialDate, Span
from uzru.parsing.late import late
from uzru.parsing.layout.agencies import AgencyReader
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.forms import FormPattern, read_form, slots_of
from uzru.parsing.layout.names import Gazetteer, Outlets
from uzru.parsing.layout.people import PeopleReader
from uzru.parsing.layout.styles import Style

__all__ = ["CreditReader", "Credited"]

_TRAILING = late(r"[.!?…\"'”’)\]] ?([(\[][^()\[\]]{2,120}[)\]])\.?$")
_INITIALS = late(r"[.!?…\"'”’)] ?((?!(?:II|III|IV|VI|TV|US|UN|EU|UK)$)[A-Z]{2,3}(?:[/ ][A-Z]{2,3})?)$")
_SLOT = re.compile(r"\{\w+\}")
_SECOND = re.compile(r"[^\W_]+:? ([^\W_]+)(?=[ :]|$)")
_FIRST, _LAST = re.compile(r"[^\W_]+"), re.compile(r"[^\W_]+$")
# 'Reporting by A; editing by B', 'reporting by A, editing by B'.
_SEGMENT = late(
    r"\s*[;|]\s*|(?<=[a-z]{4})\.\s+(?=[A-Z])"
    r"|(?i:,\s+(?:and\s+)?(?=(?:[a-z]+ )?[a-z]+ing by )|\s+and\s+(?=[a-z]+ing by ))"
)
# How long a credit may be: any at all, an outlet with a role, a list without brackets, one at a line's end.
_LONGEST, _ROLE, _BARE_LIST, _TAIL = 420, 60, 80, 140


class Credited(NamedTuple):
    """What a credit line says.

    Attributes:
        kind: 'byline', 'contributors' or 'credit', as in `BlockKind`.
        people: who is credited, in order.
        date: a date that stands in the line.
        style: whose form it is, empty if many have it; None if the line is a mere list in brackets.
        others: who is credited in the same line in another way, as sources behind contributors.
    """

    kind: str
    people: tuple[Credit, ...]
    date: PartialDate | None = None
    style: str | None = None
    others: tuple[Credit, ...] = ()


class _Form(NamedTuple):
    kind: str
    style: str
    role: str | None
    pattern: FormPattern
    slot: str
    day_first: bool
    form: str

    @property
    def fixed(self) -> int:
        """How many fixed characters it has."""
        return len(_SLOT.sub("", self.form))


class _Forms:
    """The forms of all styles, found by the first or last word of a line."""

    def __init__(self, dates: PageDates, styles: Iterable[Style]) -> None:
        self._first: dict[str, list[_Form]] = {}
        self._last: dict[str, list[_Form]] = {}
        self._other: list[tuple[str, _Form]] = []
        forms: list[_Form] = []
        for style in styles:
            forms += [_compile(form, None, "byline", style, dates) for form in style.bylines]
            forms += [_compile(form, None, "contributors", style, dates) for form in style.contributors]
            forms += [_compile(item.form, item.role, "credit", style, dates) for item in style.credits]
        # A form that several styles have tells nothing of the style.
        times = Counter(form.form for form in forms)
        forms = [form._replace(style="") if times[form.form] > 1 else form for form in forms]
        # The more fixed words a form has, the earlier it is tried; among equals the styles' order stands.
        for form in sorted(forms, key=lambda form: -form.fixed):
            if opening := _FIRST.match(form.form):
                self._first.setdefault(opening[0].lower(), []).append(form)
            elif closing := _LAST.search(form.form):
                self._last.setdefault(closing[0].lower(), []).append(form)
            else:
                # Words in its midst tell such a form, or else the digits of a date at its end.
                middle = max(_SLOT.split(form.form), key=len).strip(" ,:")
                self._other.append((middle, form))
        self._middles = tuple(sorted({max(words.split(), key=len) for words, _ in self._other if words}))
        # What may stand behind the first word of a form; None if anything may.
        self._second: dict[str, frozenset[str] | None] = {}
        for word, found in self._first.items():
            seconds = [_SECOND.match(form.form) for form in found]
            self._second[word] = None if None in seconds else frozenset(match[1].lower() for match in seconds if match)

    def may_have(self, line: str) -> bool:
        """Whether a form begins with the first word of a line, ends with its last, or has its words in the midst."""
        first = line[: line.find(" ")].lower().rstrip(":")
        if first in self._second:
            seconds = self._second[first]
            if seconds is None or line.split(" ", 2)[1].lower() in seconds:
                return True
        if line[line.rfind(" ") + 1 :].lower().rstrip(".") in self._last:
            return True
        for middle in self._middles:  # noqa: SIM110  (a generator takes thrice the time)
            if middle in line:
                return True
        return False

    def candidates(self, segment: str) -> list[_Form]:
        """The forms that a line may have."""
        found = self._first.get(segment.split(" ", 1)[0].lower().rstrip(":"), [])
        if more := self._last.get(segment.rsplit(" ", 1)[-1].lower()):
            found = [*found, *more]
        for words, form in self._other:
            if words in segment if words else segment[-1:].isdigit():
                found = [*found, form]
        return found


def _compile(form: str, role: str | None, kind: str, style: Style, dates: PageDates) -> _Form:
    where = f"house style {style.name}"
    slots = slots_of(form)
    slot = "names" if "names" in slots else "agencies" if "agencies" in slots else ""
    if not slot and kind != "credit":
        raise KnowledgeError(f"{where}: {form!r} has neither {{names}} nor {{agencies}}")
    pattern = read_form(form, where, dates.pattern, ignore_case=True)
    return _Form(kind, style.name, role, pattern, slot, style.day_first, form)


class CreditReader:
    """Reads credit lines by the forms of all styles.

    >>> from uzru.parsing.layout.styles import load_styles
    >>> knowledge = Knowledge()
    >>> reader = CreditReader(knowledge, PageDates(knowledge), Gazetteer(knowledge), Outlets(knowledge), load_styles())
    >>> reader.read("With reporting by Interfax and TASS", 0).kind
    'credit'
    """

    def __init__(
        self, knowledge: Knowledge, dates: PageDates, places: Gazetteer, outlets: Outlets, styles: Iterable[Style]
    ) -> None:
        self._dates = dates
        self._forms = _Forms(dates, styles)
        self._agencies = AgencyReader(outlets)
        self.people = PeopleReader(knowledge, places, outlets)

    def read(self, line: str, offset: int) -> Credited | None:
        """What this line credits, or None if it is no credit line.

        Args:
            line: one logical line.
            offset: where it begins in the text.
        """
        if len(line) > _LONGEST:
            return None
        core, at, bracketed = _unwrap(line)
        if not bracketed and not self._forms.candidates(core):
            found = self._agencies.all_known(core, offset + at) if len(core) <= _BARE_LIST else ()
            return Credited("credit", found) if found else None
        credited = self._read_segments(core, offset + at)
        if credited is not None or not bracketed:
            return credited
        if len(core) <= _ROLE:
            outlet, role = self.people.outlet_role(core)
            if outlet:
                span = Span(offset + at, offset + at + len(core))
                return Credited("credit", (Credit(name=outlet, role=role, span=span),))
        agencies = self._agencies.read(core, offset + at)
        return Credited("credit", agencies) if agencies else None

    def may_be_credit(self, line: str) -> bool:
        """Whether a line that has no brackets around it could be a credit: a look at its first and last word."""
        return self._forms.may_have(line)

    def lone(self, line: str, offset: int) -> Credited | None:
        """A short name in brackets that nobody knows, as the credit that it is where a report ends with it."""
        credit = self._agencies.lone(line, offset)
        return None if credit is None or self.people.is_no_name(credit.name) else Credited("credit", (credit,))

    def trailing(self, line: str, offset: int, *, lone: bool = False) -> tuple[int, Credited] | None:
        """The credit that stands behind the last sentence of a line: its index in the line and what it says.

        Args:
            line: the line.
            offset: where it begins in the text.
            lone: whether a single name that nobody knows counts, as at the end of a digest's item.
        """
        match = _TRAILING.search(line[-_TAIL:])
        if match is None:
            return None
        at = max(0, len(line) - _TAIL) + match.start(1)
        credited = self.read(line[at:], offset + at)
        if credited is None and lone:
            credited = self.lone(line[at:].rstrip("."), offset + at)
        return (at, credited) if credited is not None else None

    @staticmethod
    def initials(line: str, offset: int) -> tuple[int, Credited] | None:
        """The writer's initials behind the last sentence of a line: their index in the line and what they say."""
        match = _INITIALS.search(line[-12:])
        if match is None:
            return None
        at = len(line) - len(line[-12:]) + match.start(1)
        credit = Credit(name=match[1], span=Span(offset + at, offset + len(line)))
        return at, Credited("credit", (credit,))

    def _read_segments(self, core: str, offset: int) -> Credited | None:
        """The whole line, or its parts between semicolons; the first of them must have a form."""
        # A bar parts credits, or belongs to one form.
        if "|" in core and (whole := self._read_segment(core, offset)) is not None:
            return Credited(whole[0].kind, whole[1], whole[2], whole[0].style)
        people: list[Credit] = []
        others: list[Credit] = []
        first: _Form | None = None
        date = None
        for start, end in _segments(core):
            found = self._read_segment(core[start:end], offset + start)
            if found is not None:
                form, named, day = found
                first, date = first or form, date or day
                (people if form.kind == first.kind else others).extend(named)
            elif first is None:
                return None
        return Credited(first.kind, tuple(people), date, first.style, tuple(others)) if first is not None else None

    def _read_segment(self, segment: str, offset: int) -> tuple[_Form, tuple[Credit, ...], PartialDate | None] | None:
        for form in self._forms.candidates(segment):
            match = form.pattern.compiled.fullmatch(segment)
            if match is None:
                continue
            groups = match.groupdict()
            if not form.slot:
                return form, (), None
            words, at = match[form.slot], offset + match.start(form.slot)
            if form.slot == "agencies":
                people = self._agencies.read(words, at, certain=True)
            else:
                people = self.people.read(words, at, form.role)
            if form.form[0] == "{" and form.kind == "byline" and not self.people.are_plain(people):
                continue
            if place := groups.get("place"):
                people = tuple(attrs.evolve(person, place=person.place or place) for person in people)
            if form.slot == "names" and "agencies" in groups:
                people += self.people.read(match["agencies"], offset + match.start("agencies"))
            if people:
                return form, people, self._read_date(groups.get("date") or groups.get("text"), form)
        return None

    def _read_date(self, words: str | None, form: _Form) -> PartialDate | None:
        found = self._dates.find(words) if words else None
        return self._dates.read(found[2], day_first=form.day_first) if found else None


def _unwrap(line: str) -> tuple[str, int, bool]:
    """The line without brackets around it and without its stop; where that begins; whether there were brackets."""
    start, end = 0, len(line)
    while end > start and line[end - 1] in " .":
        end -= 1
    bracketed = end - start > 2 and line[start] in "([" and line[end - 1] in ")]"
    if bracketed:
        start, end = start + 1, end - 1
        while end > start and line[end - 1] in " .":
            end -= 1
        while start < end and line[start] == " ":
            start += 1
    elif line[:1] in "([" and not any(mark in line for mark in ")]"):
        start = 1
    return line[start:end], start, bracketed


def _segments(core: str) -> Iterator[tuple[int, int]]:
    at = 0
    parted = ";" in core or "|" in core or ". " in core or "ing by " in core.lower()
    for match in _SEGMENT.finditer(core) if parted else ():
        yield at, match.start()
        at = match.end()
    yield at, len(core)
