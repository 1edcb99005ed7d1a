"""Datelines: where, when and for whom a report was written, in every form that a style knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from uzru.errors import KnowledgeError
from uzru.model import Dateline, PartialDate, Span
from uzru.parsing.late import late
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.forms import DATELINE_SLOTS, FormPattern, dateline_front, read_form, slots_of
from uzru.parsing.layout.names import Gazetteer, Outlets
from uzru.parsing.layout.styles import Style

if TYPE_CHECKING:
    from uzru.parsing.layout.lines import Unit

__all__ = ["DatelineFinder", "FoundDateline"]

# How forms begin, but for the odd ones.
_FRONTS = ("{places}", "{place}", "{date}", "(", "[")
# For so many combinations of signs the forms are remembered.
_REMEMBERED = 500
# How far a dateline reaches, and how far into a paragraph one may be glued to a caption or a summary.
_REACH, _GLUED = 140, 1500
# What all datelines hold within their reach: one of the marks that end it, or a bracket.
_DASHES = ("--", "–", "—", "―", "_", " -", ")-", "]-")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ANY_DIGIT = re.compile(r"[0-9]")
_OPENER = re.compile(r"[^a-zß-öø-ÿ\s]")
_PLACE_END = re.compile(r"[,(/]| and ")
_BRACKET = re.compile(r"\(([^()]+)\)")
_STARTS = late(r"(?:(?<=[.!?:)\]\"”’] )|(?<= )(?=[A-Z0-9(]))(?=[^\W_]|\()")
_BEGINS_SENTENCE = re.compile(r"[\"'“‘„`(\[«¿]*(?:[^\W\d_a-z]|\d|[a-z]{1,3}[-'’][^\W\d_a-z])")
_STRONG_SIGN = re.compile(
    r"\([^()]{2,40}\),? ?(?:--|[–—―]|-(?= ))|\d{4} ?(?:\([^()]{2,40}\) ?)?(?:--|[–—―]|-(?= ))|/[^/\n]{2,30}/"
)


class FoundDateline(NamedTuple):
    """A dateline as found in one line.

    Attributes:
        start: where it begins.
        end: where it ends, behind the dash.
        words: its words without the dash.
        places: the words that name places.
        date: the date.
        date_span: where the date stands.
        agency: the agency.
        style: whose form it is.
    """

    start: int
    end: int
    places: str
    date: PartialDate | None
    date_span: tuple[int, int] | None
    agency: str | None
    style: str

    @property
    def parts(self) -> int:
        """How many of place, date and agency it gives."""
        return bool(self.places) + (self.date is not None) + (self.agency is not None)


class _Form(NamedTuple):
    style: str
    pattern: FormPattern
    slots: frozenset[str]
    day_first: bool
    fixed_agency: str | None
    needs: frozenset[str]
    usual: bool
    bits: int = 0


def _needs(form: str) -> frozenset[str]:
    """The signs and words without which the form cannot match; '0' stands for any digit, '-' for any dash."""
    fixed = re.sub(r"\{\w+\}", "", form)
    literal = {sign for sign in fixed if not sign.isalnum() and sign not in " ,-"} | set(_LETTERS.findall(fixed))
    slots = slots_of(form)
    return frozenset(literal | ({"0"} if "date" in slots else set()) | ({"-"} if "dash" in slots else set()))


def _signs(form: str) -> tuple[str, ...]:
    if "{dash}" in form:
        return _DASHES
    return (max((part.strip(" ,") for part in re.split(r"\{\w+\}", form)), key=len),)


class DatelineFinder:
    """Finds datelines by the forms of all styles, the more telling forms first.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.layout.styles import load_styles
    >>> knowledge = Knowledge()
    >>> finder = DatelineFinder(PageDates(knowledge), Gazetteer(knowledge), Outlets(knowledge), load_styles())
    >>> found = finder.match("NUKUS, May 30 (Steppe Wire) -- A new mint opens.", 0)
    >>> found.places, str(found.date), found.agency
    ('NUKUS', 'XXXX-05-30', 'Steppe Wire')
    """

    def __init__(self, dates: PageDates, places: Gazetteer, outlets: Outlets, styles: Iterable[Style]) -> None:
        self._dates = dates
        self._places = places
        self._outlets = outlets
        styles = tuple(styles)
        forms: list[_Form] = []
        seen: set[str] = set()
        for style in styles:
            for form in style.datelines:
                if form in seen:
                    continue
                seen.add(form)
                forms.append(self._compile(form, style))
        # Among forms that tell as much, those that need more are tried first.
        forms.sort(key=lambda form: (-len(form.slots) - (form.fixed_agency is not None), -len(form.needs)))
        # Each sign that a form needs is a bit, so that most forms are passed over at the cost of one operation.
        bits = {sign: 1 << place for place, sign in enumerate(sorted({sign for form in forms for sign in form.needs}))}
        forms = [form._replace(bits=sum(bits[sign] for sign in form.needs)) for form in forms]
        self._digit, self._dash = bits.pop("0", 0), bits.pop("-", 0)
        self._bits = tuple(bits.items())
        self._front = dateline_front(dates.pattern)
        self._by_signs: dict[tuple[int, bool], tuple[_Form, ...]] = {}
        self._forms = tuple(forms)
        self._strong = tuple(
            form for form in forms if len(form.slots - {"text", "dash"}) + (form.fixed_agency is not None) > 1
        )
        # No form matches where none of these signs stands: the dash, or else the longest of the fixed characters.
        signs = sorted({sign for style in styles for form in style.datelines for sign in _signs(form)})
        self._any_sign = re.compile("|".join(map(re.escape, signs)))

    def _compile(self, form: str, style: Style) -> _Form:
        slots = frozenset(slots_of(form))
        where = f"house style {style.name}"
        if not slots & {"places", "place", "date", "agency"}:
            raise KnowledgeError(f"{where}: the dateline {form!r} has none of {{places}}, {{date}} and {{agency}}")
        if odd := sorted(slots - DATELINE_SLOTS):
            raise KnowledgeError(f"{where}: a dateline has no slot {{{odd[0]}}}")
        fixed = next((name for name in sorted(style.outlets, key=len, reverse=True) if name in form), None)
        pattern = read_form(form, where, self._dates.pattern)
        return _Form(
            style.name,
            pattern,
            slots,
            style.day_first,
            fixed if "agency" not in slots else None,
            _needs(form),
            form.startswith(_FRONTS),
        )

    def at_front(self, unit: Unit, *, strong: bool = False) -> FoundDateline | None:
        """The dateline at the front of a unit; what was found once is remembered as long as the front is the same.

        Args:
            unit: the line.
            strong: whether a place or a date alone is too little.
        """
        known = unit.dateline
        if known is None or known[0] != unit.start:
            known = (unit.start, strong, self.match(unit.text, 0, strong=strong))
        elif known[1] and not strong and known[2] is None:
            known = (unit.start, False, self.match(unit.text, 0))
        unit.dateline = known
        found = known[2]
        return None if found is None or (strong and found.parts < 2) else found

    def match(self, text: str, at: int, *, strong: bool = False) -> FoundDateline | None:
        """The dateline that begins at this offset, or None.

        Args:
            text: one line.
            at: where it would begin.
            strong: whether a place or a date alone is too little, as it is in the midst of a text.
        """
        end = min(len(text), at + _REACH)
        head = text[at:end]
        if not _OPENER.match(head) or self._any_sign.search(head) is None:
            return None
        present = self._digit if _ANY_DIGIT.search(head) else 0
        if any(dash in head for dash in _DASHES):
            present |= self._dash
        for sign, bit in self._bits:
            if sign in head:
                present |= bit
        possible = self._possible(present, strong)
        if possible and self._front.match(text, at, end) is None:
            possible = tuple(form for form in possible if not form.usual)
        for form in possible:
            if form.pattern.outline.match(text, at, end) is None:
                continue
            match = form.pattern.compiled.match(text, at, end)
            if match and (found := self._check(form, match, text)):
                return found
        return None

    def _possible(self, present: int, strong: bool) -> tuple[_Form, ...]:
        """The forms that need no sign but these; lines have few combinations of signs, which are remembered."""
        key = (present, strong)
        found = self._by_signs.get(key)
        if found is None:
            found = tuple(form for form in (self._strong if strong else self._forms) if not form.bits & ~present)
            if len(self._by_signs) > _REMEMBERED:
                self._by_signs.clear()
            self._by_signs[key] = found
        return found

    def _check(self, form: _Form, match: re.Match[str], text: str) -> FoundDateline | None:
        groups = match.groupdict()
        places = self._without_weekday((groups.get("places") or groups.get("place") or "").strip())
        agency = (groups.get("agency") or form.fixed_agency or "").strip() or None
        if agency is None:
            places, agency = self._split_agency(places)
        words = groups.get("date")
        date = self._dates.read(words, day_first=form.day_first) if words else None
        if words and date is None:
            return None
        rest = match.end()
        while rest < len(text) and text[rest] == " ":
            rest += 1
        if rest < len(text) and not _BEGINS_SENTENCE.match(text, rest):
            return None
        # A bracket between place and date holds the country, unless it is plainly an agency.
        order = [name for name in groups if name != "text" and groups[name]]
        between = order[1:2] == ["agency"] and order[2:3] == ["date"]
        if between and agency is not None and not self._outlets.knows(agency):
            before = text[: match.start("agency")]
            plain = agency.isupper() or before.rstrip(" ([")[-1:] == "," or self._outlets.has_desk_word(agency)
            if before[-1:] not in ("(", "[") or not plain:
                return None
        if not self._plausible(places, date, agency, between, rest < len(text)):
            return None
        span = match.span("date") if words else None
        return FoundDateline(match.start(), match.end(), places, date, span, agency, form.style)

    def _split_agency(self, places: str) -> tuple[str, str | None]:
        """An outlet that the pattern took for the last of the places: 'BRNO, RIA Novosti, July 9'."""
        head, comma, last = places.rpartition(", ")
        if comma and self._outlets.knows(last) and not self._places.is_city(last):
            return head, last
        return places, None

    def _without_weekday(self, places: str) -> str:
        """The places without a weekday that the pattern took for one."""
        head, _, last = places.rpartition(" ")
        return head.rstrip(" ,.") if head and self._dates.is_calendar_word(last) else places

    def _plausible(
        self, places: str, date: PartialDate | None, agency: str | None, between: bool, followed: bool
    ) -> bool:
        """Whether these parts make a dateline; the fewer there are, the more a place must look like one."""
        if agency is not None and not self._is_agency(agency):
            return False
        if not places:
            return followed
        if self._dates.is_calendar_word(places) or (self._outlets.knows(places) and not self._places.is_city(places)):
            return False
        first = _PLACE_END.split(places)[0].strip()
        in_capitals = first.isupper() and len(first.split(" ")[0]) > 2
        city = self._places.is_city(first)
        bracket = _BRACKET.search(places)
        # An outlet in a bracket behind what is no plain place is a photo's.
        if bracket and self._outlets.knows(bracket[1]) and not (in_capitals or city):
            return False
        # So may be one between place and date.
        if between:
            return in_capitals or city or " " not in first or first.split(" ")[-1].isupper()
        if date is not None:
            return True
        if agency is not None:
            return in_capitals or city or self._outlets.knows(agency) or (" " not in first and agency.isupper())
        return (in_capitals and (followed or len(first) > 3)) or (city and not self._places.is_country(first))

    def _is_agency(self, name: str) -> bool:
        if self._dates.find(name) is not None:
            return False
        if self._outlets.knows(name):
            return True
        shaped = any(letter.isupper() for letter in name) or self._outlets.has_desk_word(name)
        return shaped and not self._places.is_country(name)

    def search(self, text: str) -> FoundDateline | None:
        """The dateline that is glued to a caption or a summary before it, within one line."""
        end = min(len(text), _GLUED)
        sign = _STRONG_SIGN.search(text, 1, end)
        while sign:
            low = max(0, sign.start() - 80)
            starts = [start.start() for start in _STARTS.finditer(text, low, sign.end())]
            # No other beginning is better than one at a place behind a stop or a bracket.
            best = self._best([start for start in starts if _is_behind_stop(text, start)], text, sign.end() - 2)
            if best is None or not best.places:
                best = self._best(starts, text, sign.end() - 2)
            if best is not None:
                return best
            sign = _STRONG_SIGN.search(text, sign.end(), end)
        return None

    def _best(self, starts: list[int], text: str, reach: int) -> FoundDateline | None:
        """The best of the datelines that begin at these offsets and reach so far."""
        best = None
        for start in starts:
            behind_bracket = text[:start].rstrip()[-1:] in (")", "]")
            found = self.match(text, start, strong=not behind_bracket)
            if found is not None and found.end >= reach and (best is None or self._better(text, found, best)):
                best = found
        return best

    def _better(self, text: str, found: FoundDateline, best: FoundDateline) -> bool:
        """Whether a later beginning is the better one: behind a sentence, at a city, or in capitals after none."""
        in_mid_sentence = text[: best.start].rstrip()[-1:].islower() and not best.places.isupper()
        if in_mid_sentence and text[: found.start].rstrip().endswith(")"):
            return True
        if bool(best.places) != bool(found.places):
            return bool(found.places)
        if _is_behind_stop(text, best.start) != _is_behind_stop(text, found.start):
            return _is_behind_stop(text, found.start)
        first = re.split(r"[,(/]| and ", best.places)[0].strip()
        later = re.split(r"[,(/]| and ", found.places)[0].strip()
        if self._places.is_city(first) != self._places.is_city(later):
            return self._places.is_city(later)
        return not self._places.is_city(first) and found.parts >= best.parts

    def build(self, found: FoundDateline, offset: int) -> Dateline:
        """The model's dateline for one found in a line that begins at this offset."""
        places = self._places.read(found.places) if found.places else ()
        agency = found.agency and self._outlets.leading(found.agency)
        return Dateline(
            span=Span(found.start + offset, found.end + offset),
            place=places[0] if places else None,
            further=places[1:],
            date=found.date,
            agency=agency,
        )


def _is_behind_stop(text: str, at: int) -> bool:
    """Whether a sentence, a bracket or a quotation ends before this offset."""
    return text[max(0, at - 2) : at].strip()[-1:] in (".", "!", "?", ")", "]", '"', "”")
