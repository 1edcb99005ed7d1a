"""The body of the page: paragraphs, and what stands among and below them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uzru.knowledge import Knowledge
from uzru.parsing.late import late
from uzru.parsing.layout.boxes import BoxReader
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import Credited, CreditReader
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page, count_words, has_title_case, is_prose, is_title
from uzru.parsing.layout.plainness import Plainness
from uzru.parsing.layout.related import RelatedReader
from uzru.parsing.layout.stamps import Stamps
from uzru.parsing.layout.styles import Style
from uzru.parsing.layout.tails import TailReader

__all__ = ["BodyReader"]

_QUOTED = re.compile(r"[\"“][^\"“”]{10,400}[\"”]\.?")
# Behind a dash stands the owner's name, or what he is and his name without a stop.
_OWNED = re.compile(
    r"[\"“][^\"“”]{10,400}[\"”] ?(?:--|[–—―]|-) ?"
    r"(?:(?![a-z])[^\W\d_][\w .,'’-]{1,80}|(?:[a-z-]{3,20} ){1,3}[A-Z][\w '’-]{1,60})"
)
_SOURCE_END = re.compile(r"[^\W\d_] \([A-Z][A-Z/.-]{1,12}\)$")
_PICTURE = late(r"^\W*(?:\d+x\d+ )?image$", re.IGNORECASE)
_EDGE = "\"“”'‘’.,!?… "
# How many words and characters a subheading has at the most.
_SUBHEADING_WORDS, _SUBHEADING_LENGTH = 12, 90
# A photo's sentence has so many words at the least, this length at the most, and ends in none of these.
_CAPTION_WORDS, _CAPTION_LENGTH, _CLOSED = 5, 200, ".!?…:;,-–—\"'”’)]"
# How many lines in marks are looked for in the rest of the page, so that time stays linear.
_REPEAT_CHECKS = 60
# How long a credit, a byline, a line with an author's name and a pull quote may be.
_CREDIT, _BYLINE, _AUTHOR, _PULL_QUOTE = 420, 120, 80, 500
# Where all lines are spaced alike, a pull quote is no longer than this.
_PULLED = 120
# How far below a line its successor is looked for.
_NEXT = 8


class _Body:
    """What is known of the body while it is read."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.units = page.units
        self.closed = False
        self.checks = _REPEAT_CHECKS
        # Whether blank lines stand between most paragraphs.
        self.spaced = sum(unit.gap > 0 for unit in page.units[1:]) * 2 > len(page.units) - 1


class BodyReader:
    """Tells paragraphs from pull quotes, subheadings, captions, side boxes, related titles and credits."""

    def __init__(
        self,
        knowledge: Knowledge,
        frames: Frames,
        stamps: Stamps,
        reader: CreditReader,
        captions: Captions,
        plainness: Plainness,
        styles: Iterable[Style],
    ) -> None:
        self._frames = frames
        self._stamps = stamps
        self._credits = reader
        self._captions = captions
        self._related = RelatedReader(frames, stamps, reader, styles)
        self._boxes = BoxReader(frames, reader, captions)
        self._plainness = plainness
        self._tails = TailReader(knowledge)

    def read(self, page: Page) -> None:
        """Give all units of the body their kinds, and the page its credits and related titles."""
        body = _Body(page)
        index = page.body
        while index < len(body.units):
            unit = body.units[index]
            if unit.kind:
                index += 1
            elif unit.plain or self._plainness.is_prose(unit.text):
                unit.kind = "paragraph"
                index += 1
            else:
                index += self._take(body, index)
        self._tails.read(page, body.closed)

    def _take(self, body: _Body, index: int) -> int:
        """Give the unit, and those that belong to it, their kinds; how many they are."""
        unit = body.units[index]
        if (credited := self._credit_line(body, index)) is not None:
            self._take_credit(body.page, unit, credited)
            body.closed = body.closed or self._is_end(body.units, index)
            return 1
        if body.closed and body.page.notices and self._frames.is_notice(unit.text):
            unit.kind = "boilerplate"
            return 1
        taken = (
            self._take_author(body, index)
            or self._related.take(body.page, index, body.closed)
            or self._take_stamp(body, index)
            or self._boxes.take(body.units, index, body.closed)
        )
        if taken:
            return taken
        unit.kind = self._tell(body, index)
        if unit.kind == "paragraph":
            self._take_trailing(body, index)
        return 1

    def _tell(self, body: _Body, index: int) -> str:
        """What a line is that stands for itself."""
        unit = body.units[index]
        text = unit.text
        # What follows a dateline on its line is the lead.
        if unit.before and unit.before[-1].kind == "dateline":
            return "paragraph"
        if body.page.items and text[-1].isupper() and self._credits.initials(text, 0) is not None:
            return "paragraph"
        if self._captions.is_caption(text) or (len(text) < _CAPTION_LENGTH and _SOURCE_END.search(text)):
            return "caption"
        if text[0] in '"“' and len(text) < _PULL_QUOTE and body.checks > 0:
            body.checks -= 1
            return "pull-quote" if self._is_pull_quote(body, index) else "paragraph"
        if unit.before:
            return "paragraph"
        if body.spaced and unit.gap and self._captions.dates_photo(text):
            return "caption"
        if self._is_subheading(body.units, index) or (body.page.items and self._is_section(body.units, index)):
            return "subheading"
        return "caption" if body.spaced and self._is_bare_caption(body.units, index) else "paragraph"

    # Credits

    def _credit_line(self, body: _Body, index: int) -> Credited | None:
        unit = body.units[index]
        if len(unit.text) > _CREDIT:
            return None
        credited = self._credits.read(unit.text, unit.start)
        if credited is None and unit.text[0] in "([" and self._closes(body.units, index):
            return self._credits.lone(unit.text, unit.start)
        if credited is not None and credited.kind == "byline" and (is_prose(unit.text) or len(unit.text) > _BYLINE):
            return None
        return credited

    @staticmethod
    def _closes(units: list[Unit], index: int) -> bool:
        """Whether a line stands where reports end: below a sentence, and not above one."""
        before = units[index - 1] if index else None
        after = next((unit for unit in units[index + 1 : index + 3] if unit.kind != "boilerplate"), None)
        return (
            before is not None
            and before.kind in ("paragraph", "repeat", "answer")
            and before.text[-1:] in '.!?"”'
            and (after is None or after.kind != "" or not is_prose(after.text))
        )

    @staticmethod
    def _is_end(units: list[Unit], index: int) -> bool:
        """Whether a credit closes the report: what follows is no plain prose right away."""
        following = next((unit for unit in units[index + 1 : index + _NEXT] if not unit.kind), None)
        return following is None or not is_prose(following.text)

    @staticmethod
    def _take_credit(page: Page, unit: Unit, credited: Credited) -> None:
        unit.kind = credited.kind
        page.vote(credited.style)
        page.credit(credited.kind).extend(credited.people)
        page.credits.extend(credited.others)

    def _take_trailing(self, body: _Body, index: int) -> None:
        """Take agencies in brackets, contributors, or a digest writer's initials off the end of a paragraph."""
        page, unit = body.page, body.units[index]
        found = None
        if unit.text[-1] in ")].":
            last = all(after.kind == "boilerplate" for after in body.units[index + 1 : index + _NEXT])
            found = self._credits.trailing(unit.text, unit.start, lone=bool(page.items) or last)
        if found is None and page.items and unit.text[-1].isupper():
            found = self._credits.initials(unit.text, unit.start)
        if found is None or found[0] == 0:
            return
        at, credited = found
        unit.take_end(credited.kind, at)
        page.credit(credited.kind).extend(credited.people)
        page.credits.extend(credited.others)

    def _take_author(self, body: _Body, index: int) -> int:
        """Below the picture of an author: the name, and the paragraph about him."""
        above, unit = body.units[index - 1] if index else None, body.units[index]
        if above is None or above.kind != "boilerplate" or not _PICTURE.search(above.text):
            return 0
        people = () if unit.ends_sentence else self._credits.people.read(unit.text, unit.start)
        if not people or len(unit.text) > _AUTHOR:
            return 0
        unit.kind = "byline"
        byline = body.page.byline
        if not any(person.name == people[0].name for person in byline):
            byline.extend(people)
        about = body.units[index + 1] if index + 1 < len(body.units) else None
        if about is None or about.kind or people[0].name.split()[-1] not in about.text[:200]:
            return 1
        about.kind = "boilerplate"
        return 2

    def _take_stamp(self, body: _Body, index: int) -> int:
        """A stamp with a word, or a date on the last lines."""
        stamp = self._stamps.stamp_date(body.units[index].text)
        if stamp is None or not (stamp[1] or index + 3 > len(body.units)):
            return 0
        body.units[index].kind = "boilerplate"
        body.page.stamp = body.page.stamp or stamp[0]
        return 1

    # Single lines

    def _is_pull_quote(self, body: _Body, index: int) -> bool:
        """Whether a line in marks has an owner, stands directly above a paragraph, or comes again."""
        unit = body.units[index]
        if _OWNED.fullmatch(unit.text):
            return True
        if not _QUOTED.fullmatch(unit.text):
            return False
        following = body.units[index + 1] if index + 1 < len(body.units) else None
        above = following is not None and following.gap == 0 and following.kind in ("", "question", "answer")
        if body.spaced and unit.gap > 0 and above:
            return True
        if not body.spaced and self._is_pulled(body.units, index):
            return True
        core = unit.text.strip(_EDGE)
        view = body.page.view
        return len(core) > 20 and (view.find(core, unit.end) >= 0 or view.find(core, 0, unit.start) >= 0)

    @staticmethod
    def _is_pulled(units: list[Unit], index: int) -> bool:
        """Whether a short line in marks stands between paragraphs neither of which leads to it or goes on with it."""
        before = units[index - 1] if index else None
        after = units[index + 1] if index + 1 < len(units) else None
        if before is None or after is None or len(units[index].text) > _PULLED:
            return False
        told = before.kind == "paragraph" and before.text[-1] == "." and not any(mark in before.text for mark in '"“”')
        return told and not after.kind and after.text[0].isalpha() and is_prose(after.text)

    @staticmethod
    def _is_subheading(units: list[Unit], index: int) -> bool:
        text = units[index].text
        if len(text) > _SUBHEADING_LENGTH or not is_title(text) or count_words(text) > _SUBHEADING_WORDS:
            return False
        following = next((unit for unit in units[index + 1 : index + 4] if unit.kind != "boilerplate"), None)
        return following is not None and (is_prose(following.text) or len(following.text) > 120)

    @staticmethod
    def _is_section(units: list[Unit], index: int) -> bool:
        """Whether a line in capitals stands above the headline of a digest's item."""
        after = units[index + 1] if index + 1 < len(units) else None
        return after is not None and after.kind == "item-headline" and units[index].text.isupper()

    @staticmethod
    def _is_bare_caption(units: list[Unit], index: int) -> bool:
        """Whether a line is a sentence without its stop between two paragraphs, as a photo leaves it behind."""
        text = units[index].text
        if len(text) > _CAPTION_LENGTH or text[-1] in _CLOSED or not text[0].isupper():
            return False
        before = units[index - 1] if index else None
        after = units[index + 1] if index + 1 < len(units) else None
        if before is None or after is None or before.kind != "paragraph" or after.kind or units[index].gap == 0:
            return False
        sentence = count_words(text) >= _CAPTION_WORDS and not has_title_case(text)
        return sentence and is_prose(before.text) and is_prose(after.text)
