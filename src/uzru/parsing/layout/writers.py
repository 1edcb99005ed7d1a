"""Byline lines that no word such as 'By' tells: a name alone, and the line of outlet, city or office below one."""

from __future__ import annotations

import attrs

from uzru.model import Credit, Span
from uzru.parsing.late import late
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.names import Gazetteer, Outlets, lower_capitals
from uzru.parsing.layout.openings import Openings
from uzru.parsing.layout.page import Page, count_words, has_title_case, is_doubled, is_prose, is_title, next_open
from uzru.parsing.layout.stamps import Stamps

__all__ = ["Writers"]

_NAME_LINE = late(r"(?:[^\W\d_a-z][\w'’.-]* ){1,3}[^\W\d_a-z][\w'’.-]*")
# So near below a name the report opens.
_NEAR = 2
# The line below a byline is no longer than this, and has so many parts between commas.
_SECOND, _PARTS = 80, 3


class Writers:
    """Reads the lines that name the writer by their place on the page."""

    def __init__(
        self, stamps: Stamps, places: Gazetteer, outlets: Outlets, reader: CreditReader, openings: Openings
    ) -> None:
        self._stamps = stamps
        self._places = places
        self._outlets = outlets
        self._credits = reader
        self._openings = openings

    def take_name(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Take a line that is a name and no more for the byline: a desk's, or one that stands where bylines do."""
        text = unit.text
        if not page.byline and self._outlets.is_desk(text) and not is_doubled(page):
            unit.kind = "byline"
            page.byline.append(Credit(name=text, span=Span(unit.start, unit.end)))
            return True
        if page.byline or _NAME_LINE.fullmatch(text) is None:
            return False
        in_capitals = text.isupper() and self._is_capital_name(text, following)
        if not in_capitals and not self._is_beside_opening(page, unit, following):
            return False
        unit.kind = "byline"
        page.byline.append(Credit(name=lower_capitals(text), span=Span(unit.start, unit.end)))
        self.take_second_line(page, following)
        return True

    def _is_capital_name(self, text: str, following: list[Unit]) -> bool:
        """Whether a line in capitals is a name: two words, or three above a dateline."""
        later = next_open(following)
        return count_words(text) <= (3 if later is not None and self._openings.starts(later) else 2)

    def _is_beside_opening(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Whether a stamp or the dateline stands beside a name that is no place, no outlet and nobody in the report."""
        index = page.position
        before = page.units[index - 1] if index else None
        after = next_open(following)
        stamped = (
            before is not None and before.kind == "boilerplate" and self._stamps.stamp_date(before.text) is not None
        )
        stamped = stamped or (after is not None and self._stamps.stamp_date(after.text) is not None)
        opens = any(self._openings.opens_report(later, page) for later in following[:_NEAR] if not later.kind)
        if not (stamped or opens) or is_doubled(page):
            return False
        if self._places.is_country(unit.text) or self._places.is_city(unit.text) or self._outlets.knows(unit.text):
            return False
        # Whoever is in the photo is named in the report, whoever wrote it is not.
        return stamped or page.view.find(unit.text.split()[-1], unit.end) < 0

    def _is_outlet(self, name: str) -> bool:
        """Whether this is an outlet, or ends as one and is written or begins as one."""
        if self._outlets.knows(name):
            return True
        named = has_title_case(name + " Xxxxx Xxxxx") or self._outlets.knows(name.split()[0])
        return named and self._outlets.has_desk_word(name)

    def take_second_line(self, page: Page, following: list[Unit]) -> None:
        """Take 'BBC News, Almaty' below 'By Neil Ashdown' for the byline's second line."""
        if not following or not page.byline or following[0].kind:
            return
        unit = following[0]
        parts = [part.strip() for part in unit.text.split(",")]
        if len(unit.text) > _SECOND or len(parts) > _PARTS or unit.ends_sentence or not parts[0]:
            return
        organization = place = title = None
        if self._places.is_city(unit.text):
            place = unit.text
        elif self._is_outlet(parts[0]):
            organization, place = parts[0], parts[1] if len(parts) > 1 else None
        else:
            role = self._credits.people.read(f"{page.byline[-1].name}, {unit.text}", 0)
            if len(role) != 1 or not role[0].role or is_prose(unit.text) or not is_title(unit.text):
                return
            organization, place, title = role[0].organization, role[0].place, role[0].role
        unit.kind = "byline"
        page.byline[:] = [
            attrs.evolve(
                person,
                organization=person.organization or organization,
                place=person.place or place,
                role=person.role or title,
            )
            for person in page.byline
        ]
