"""The body of the page: paragraphs, and what stands among and below them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uzru.knowledge import Knowledge
from uzru.model import Credit, Link, Span
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import Credited, CreditReader
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.heads import HeadReader
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page, count_words, has_title_case, is_prose, is_title
from uzru.parsing.layout.styles import Style

__all__ = ["BodyReader"]

_QUOTED = re.compile(r"[\"“][^\"“”]{10,400}[\"”]\.?")
_OWNED = re.compile(r"[\"“][^\"“”]{10,400}[\"”] ?(?:--|[–—―]|-) ?(?![a-z])[^\W\d_][\w .,'’-]{1,80}")
_RUN_IN = re.compile(r"((?![a-z])[^\W_][^a-zß-öø-ÿ:.!?\n]{5,90}): ?(?=[\"“A-Z])")
_BRACKETED_END = re.compile(r"[^.!?\"”] \([^()]{2,40}\)$")
_SOURCE_END = re.compile(r"[^\W\d_] \([A-Z][A-Z/.-]{1,12}\)$")
_MORE = re.compile(r"\(more\)\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"\(?[a-z]{2,3}(?:[/-][a-z]{2,3}){1,3}\)?")
_PICTURE = re.compile(r"^\W*(?:\d+x\d+ )?image$", re.IGNORECASE)
_CLICK = re.compile(r"\bclick here\b", re.IGNORECASE)
_SUBHEADING_WORDS, _SUBHEADING_LENGTH = 12, 90
# A photo's sentence has this many words, and ends in none of these.
_CAPTION_LENGTH = 200
_CAPTION_WORDS, _CLOSED = 5, ".!?…:;,-–—\"'”’"
_REPEAT_CHECKS = 60
# An appeal to readers is no longer than this, and has so many words of one.
_APPEAL_LENGTH, _APPEAL_WORDS = 700, 5
_LETTERS = re.compile(r"[^\W\d_]+")
# A line longer than this is no credit.
_CREDIT_LENGTH = 420
_EDGE = "\"“”'‘’.,!?… "


class BodyReader:
    """Tells paragraphs from pull quotes, subheadings, captions, side boxes, related titles and credits."""

    def __init__(
        self,
        knowledge: Knowledge,
        frames: Frames,
        heads: HeadReader,
        credits: CreditReader,
        captions: Captions,
        styles: Iterable[Style],
    ) -> None:
        styles = tuple(styles)
        appeals = [row for row in knowledge.table("page-words") if row[1] == "appeal"]
        self._appeal = frozenset(row[0] for row in appeals)
        self._strong = frozenset(row[0] for row in appeals if row[2] == "strong")
        self._frames = frames
        self._heads = heads
        self._credits = credits
        self._captions = captions
        pointers = sorted(
            {pointer for style in styles for pointer in style.pointers}, key=lambda words: (-len(words), words)
        )
        loud = "|".join(re.escape(words) for words in pointers if words.isupper() and " " in words)
        any_case = "|".join(re.escape(words) for words in pointers)
        headings = "|".join(
            re.escape(words) for words in sorted({h for s in styles for h in s.related}, key=lambda w: (-len(w), w))
        )
        self._pointer = re.compile(
            rf"(?:(?i:{any_case}) ?: ?|(?:{loud}) ?(?:[|>–—-] ?)?(?=[^\s:]))" if pointers else r"(?!)"
        )
        self._heading_run = re.compile(rf"(?i:{headings}) ?: ?(?=\S)" if headings else r"(?!)")

    def read(self, page: Page) -> None:
        """Give all units of the body their kinds, and the page its credits and related titles."""
        units = page.units
        closed = False
        checks = _REPEAT_CHECKS
        index = page.body
        spaced = self._is_spaced(units)
        while index < len(units):
            unit = units[index]
            if unit.kind:
                index += 1
                continue
            text = unit.text
            credited = self._credit_line(text, unit.start) if len(text) <= _CREDIT_LENGTH else None
            if credited is None and text[0] in "([" and self._closes(units, index):
                credited = self._credits.lone(text, unit.start)
            if credited is not None:
                self._take_credit(page, unit, credited)
                closed = closed or self._is_end(units, index)
                index += 1
                continue
            if taken := self._read_author(page, index):
                index += taken
                continue
            if self._frames.is_related_heading(text):
                index = self._read_related(page, index)
                continue
            if len(text) < 250 and (match := self._pointer.match(text)):
                index = self._read_pointer(page, index, match.end())
                continue
            if len(text) < 120 and (stamp := self._heads.stamp_date(text)) and (stamp[1] or index + 3 > len(units)):
                unit.kind = "boilerplate"
                page.stamp = page.stamp or stamp[0]
                index += 1
                continue
            if closed and index and units[index - 1].kind == "related" and is_title(text) and has_title_case(text):
                unit.kind = "related"
                page.related.append(Link(title=text, span=Span(unit.start, unit.end)))
                index += 1
                continue
            box = self._box_length(units, index, closed)
            if box:
                index += box
                continue
            if (len(text) < 600 and self._captions.is_caption(text)) or (
                len(text) < _CAPTION_LENGTH and _SOURCE_END.search(text)
            ):
                unit.kind = "caption"
            elif text[0] in '"“' and len(text) < 500 and checks > 0:
                checks -= 1
                unit.kind = "pull-quote" if self._is_pull_quote(page, index, spaced) else "paragraph"
            elif not unit.before and self._is_subheading(units, index):
                unit.kind = "subheading"
            elif spaced and not unit.before and self._is_bare_caption(units, index):
                unit.kind = "caption"
            else:
                unit.kind = "paragraph"
            if unit.kind == "paragraph":
                self._take_trailing(page, unit)
            index += 1
        self._close(page, closed)

    # Credits

    def _credit_line(self, text: str, offset: int) -> Credited | None:
        credited = self._credits.read(text, offset)
        if credited is None or (credited.kind == "byline" and (is_prose(text) or len(text) > 120)):
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

    def _take_credit(self, page: Page, unit: Unit, credited: Credited) -> None:
        unit.kind = credited.kind
        page.vote(credited.style)
        target = {"byline": page.byline, "contributors": page.contributors}.get(credited.kind, page.credits)
        target.extend(credited.people)

    def _take_trailing(self, page: Page, unit: Unit) -> None:
        """Take agencies in brackets, contributors, or a digest writer's initials off the end of a paragraph."""
        found = None
        if unit.text[-1] in ")].":
            found = self._credits.trailing(unit.text, unit.start, lone=bool(page.items))
        if found is None and page.items and unit.text[-1].isupper():
            found = self._credits.initials(unit.text, unit.start)
        if found is None or found[0] == 0:
            return
        at, credited = found
        unit.take_end(credited.kind, at)
        target = {"contributors": page.contributors}.get(credited.kind, page.credits)
        target.extend(credited.people)

    @staticmethod
    def _is_end(units: list[Unit], index: int) -> bool:
        """Whether a credit closes the report: what follows is no plain prose right away."""
        following = next((unit for unit in units[index + 1 :] if not unit.kind), None)
        return following is None or not is_prose(following.text)

    def _read_author(self, page: Page, index: int) -> int:
        """Below the picture of an author: the name, and the paragraph about him; how many units that is."""
        units = page.units
        above = units[index - 1] if index else None
        unit = units[index]
        if above is None or above.kind != "boilerplate" or not _PICTURE.search(above.text) or unit.ends_sentence:
            return 0
        people = self._credits.people(unit.text, unit.start)
        if not people or len(unit.text) > 80:
            return 0
        unit.kind = "byline"
        if not any(person.name == people[0].name for person in page.byline):
            page.byline.extend(people)
        about = units[index + 1] if index + 1 < len(units) else None
        if about is not None and not about.kind and people[0].name.split()[-1] in about.text[:200]:
            about.kind = "boilerplate"
            return 2
        return 1

    # Related titles

    def _read_related(self, page: Page, index: int) -> int:
        """The heading, then titles up to the next paragraph."""
        units = page.units
        units[index].kind = "related"
        heading = index
        index += 1
        while index < len(units):
            unit = units[index]
            if unit.kind:
                if unit.kind in ("boilerplate", "repeat"):
                    index += 1
                    continue
                break
            text = unit.text
            if (
                self._frames.is_related_heading(text)
                or self._heading_run.match(text)
                or _CLICK.search(text[-40:])
                or (len(text) < 60 and self._heads.stamp_date(text) is not None)
            ):
                unit.kind = "related"
            elif is_title(text) and not _RUN_IN.match(text) and self._credits.read(text, 0) is None:
                unit.kind = "related"
                page.related.append(Link(title=text, span=Span(unit.start, unit.end)))
            elif ((match := _RUN_IN.match(text)) and self._is_notice(text[match.end() :])) or (
                index == heading + 1
                and units[heading].text.isupper()
                and self._is_notice(text)
                and self._ends(units, index)
            ):
                unit.kind = "related"
            else:
                break
            index += 1
        return index

    @staticmethod
    def _ends(units: list[Unit], index: int) -> bool:
        """Whether nothing but boilerplate follows."""
        return all(unit.kind == "boilerplate" for unit in units[index + 1 : index + 12])

    @staticmethod
    def _is_notice(text: str) -> bool:
        """Whether the words behind a heading are one short sentence without a quotation."""
        return len(text) < 260 and not any(mark in text for mark in '"“') and ". " not in text

    def _read_pointer(self, page: Page, index: int, length: int) -> int:
        unit = page.units[index]
        title = unit.text[length:].strip()
        if not title:
            return index + 1
        if (is_prose(title) and not is_title(title)) or len(title) > 200:
            unit.kind = "related" if _CLICK.search(title) else "paragraph"
            return index + 1
        unit.kind = "related"
        page.related.append(Link(title=title, span=Span(unit.end - len(title), unit.end)))
        return index + 1

    # Side boxes

    def _box_length(self, units: list[Unit], index: int, closed: bool) -> int:
        """How many units, from this one on, are a side box; 0 if none begins here."""
        if (
            closed
            and index + 1 < len(units)
            and units[index + 1].repeats is units[index]
            and is_title(units[index].text)
        ) and not any(self._runs_in(unit) for unit in units[index + 2 : index + 5]):
            return self._take_doubled_box(units, index)
        run = index
        while run < len(units) and run - index < 4 and not self._runs_in(units[run]):
            other = units[run]
            if other.kind not in ("", "repeat") or not (
                other.kind or is_title(other.text) or self._captions.is_caption(other.text)
            ):
                return 0
            run += 1
        if run >= len(units) or not self._runs_in(units[run]):
            return 0
        end = run
        while end < len(units) and self._runs_in(units[end]):
            more = bool(_MORE.search(units[end].text[-12:]))
            end += 1
            if not more:
                end = self._rest_of_box(units, end, closed)
        for unit in units[index:end]:
            if unit.kind:
                continue
            if self._captions.is_caption(unit.text) or (unit is not units[run] and _BRACKETED_END.search(unit.text)):
                unit.kind = "caption"
                continue
            unit.kind = "sidebar"
            if match := _RUN_IN.match(unit.text):
                unit.label = (unit.start, unit.start + match.end(1) + 1)
            if rest := _MORE.search(unit.text[-12:]):
                unit.take_end("boilerplate", len(unit.text) - len(unit.text[-12:]) + rest.start())
        return end - index

    def _take_doubled_box(self, units: list[Unit], index: int) -> int:
        """A box below the report whose heading is given twice: it goes on to the frame or the related titles."""
        end = index
        while end < len(units) and (not units[end].kind or units[end].kind == "repeat"):
            if self._frames.is_related_heading(units[end].text):
                break
            if not units[end].kind:
                units[end].kind = "caption" if self._captions.is_caption(units[end].text) else "sidebar"
            end += 1
        return end - index

    @staticmethod
    def _runs_in(unit: Unit) -> bool:
        second = unit.text[1:2]
        if unit.kind or not (second.isupper() or second in " '\"") or ":" not in unit.text[:92]:
            return False
        match = _RUN_IN.match(unit.text)
        return match is not None and len(match[1].split()) > 1 and len(unit.text) > match.end() + 30

    def _rest_of_box(self, units: list[Unit], end: int, closed: bool) -> int:
        """Below the end of the report all prose up to the related titles is the box's; above it, none is."""
        stop = end
        while closed and stop < len(units):
            unit = units[stop]
            if unit.kind and unit.kind != "repeat":
                break
            if self._frames.is_related_heading(unit.text):
                return stop
            if self._credit_line(unit.text, unit.start) is not None:
                return stop
            stop += 1
        return stop

    # Single lines

    @staticmethod
    def _is_spaced(units: list[Unit]) -> bool:
        """Whether blank lines stand between most paragraphs."""
        return sum(unit.gap > 0 for unit in units[1:]) * 2 > len(units) - 1

    def _is_pull_quote(self, page: Page, index: int, spaced: bool) -> bool:
        unit = page.units[index]
        if _OWNED.fullmatch(unit.text):
            return True
        if not _QUOTED.fullmatch(unit.text):
            return False
        following = page.units[index + 1] if index + 1 < len(page.units) else None
        if spaced and unit.gap > 0 and following is not None and following.gap == 0 and not following.kind:
            return True
        core = unit.text.strip(_EDGE)
        return len(core) > 20 and (page.view.find(core, unit.end) >= 0 or page.view.find(core, 0, unit.start) >= 0)

    def _is_subheading(self, units: list[Unit], index: int) -> bool:
        text = units[index].text
        if len(text) > _SUBHEADING_LENGTH or not is_title(text) or count_words(text) > _SUBHEADING_WORDS:
            return False
        following = next((unit for unit in units[index + 1 : index + 4] if unit.kind != "boilerplate"), None)
        return following is not None and (is_prose(following.text) or len(following.text) > 120)

    @staticmethod
    def _is_bare_caption(units: list[Unit], index: int) -> bool:
        """Whether a line is a sentence without its stop between two paragraphs, as a photo leaves it behind."""
        text = units[index].text
        if not count_words(text) >= _CAPTION_WORDS or len(text) > 160 or text[-1] in _CLOSED or not text[0].isupper():
            return False
        before = units[index - 1] if index else None
        after = units[index + 1] if index + 1 < len(units) else None
        if before is None or after is None or before.kind != "paragraph" or after.kind or units[index].gap == 0:
            return False
        return is_prose(before.text) and is_prose(after.text) and not has_title_case(text)

    def _close(self, page: Page, closed: bool) -> None:
        """Below the end of a report, titles are related ones, and short lines belong to the frame."""
        units = page.units
        prose = [unit for unit in units[page.body :] if unit.kind == "paragraph"]
        for unit in prose[:0:-1][:2]:
            if not self._is_appeal(unit.text):
                break
            unit.kind = "boilerplate"
        last = len(units)
        while last > page.body and (units[last - 1].kind in ("boilerplate",) or self._is_leftover(units[last - 1])):
            last -= 1
        prose = [unit for unit in units[page.body :] if unit.kind == "paragraph"]
        for unit in prose[-1:] if len(prose) > 1 and _INITIALS.fullmatch(prose[-1].text) else ():
            unit.kind = "credit"
            page.credits.append(Credit(name=unit.text, span=Span(unit.start, unit.end)))
        if not closed and not (last and units[last - 1].kind in ("credit", "contributors")):
            return
        rest = [unit for unit in units[last:] if unit.kind == "paragraph"]
        titles = [unit for unit in rest if count_words(unit.text) > 3]
        for unit in rest:
            if unit in titles and len(titles) > 1:
                unit.kind = "related"
                page.related.append(Link(title=unit.text, span=Span(unit.start, unit.end)))
            elif count_words(unit.text) <= 3:
                unit.kind = "boilerplate"
            elif has_title_case(unit.text):
                unit.kind = "related"
                page.related.append(Link(title=unit.text, span=Span(unit.start, unit.end)))

    def _is_appeal(self, text: str) -> bool:
        """Whether a paragraph asks the readers for something: many such words, one of them strong."""
        if len(text) > _APPEAL_LENGTH:
            return False
        words = set(_LETTERS.findall(text.lower()))
        return bool(words & self._strong) and len(words & self._appeal) >= _APPEAL_WORDS

    @staticmethod
    def _is_leftover(unit: Unit) -> bool:
        return unit.kind == "paragraph" and is_title(unit.text) and not unit.ends_sentence
