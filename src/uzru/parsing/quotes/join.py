"""Joins the pieces of one quotation across sentences and paragraphs, and finds the owners of paragraphs in marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from uzru.parsing.late import late
from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.drafts import Draft
from uzru.parsing.quotes.interviews import find_turns
from uzru.parsing.quotes.repeats import Repeats
from uzru.parsing.quotes.subject import last_subject, main_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.quotes.drafts import Range
    from uzru.parsing.quotes.interviews import Turn
    from uzru.parsing.quotes.marks import Stretch
    from uzru.parsing.quotes.tokens import Sentence
    from uzru.parsing.text import Paragraph

__all__ = ["Joiner"]

_LONG = 4
_SAID = 3  # blanks in marked words that may go on with a quotation
_LONGEST_SIGNATURE = 100
_QUOTATION = p.ATOM | p.SPOKEN | p.TITLED | p.STOP | p.DASH | p.COMMA
_PULL_QUOTE = "pull-quote"
_SIGNATURE = late(r"\s*(?:--?|[—–―])\s*([^\W\d_][^\n]{1,80}?)\s*")


def _is_aside(s: Sentence) -> bool:
    """Whether only a remark without a verb stands before the marks: 'Instead, "he acts like a defeated man."'"""
    before = range(s.atoms[0])
    return bool(s.bits[s.atoms[0] - 1] & p.COMMA) and not any(
        s.bits[x] & (p.VERB | p.AUX | p.CUE | p.ED) for x in before
    )


def _closes(s: Sentence) -> bool:
    """Whether a sentence ends with marked words."""
    return s.atoms[-1] >= s.count - 1 - bool(s.bits[s.count - 1] & p.STOP)


class Joiner:
    """Goes through a text paragraph by paragraph and keeps whose quotation may go on."""

    def __init__(self, view: str, paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> None:
        self.view = view
        self.paragraphs = paragraphs
        self.stretches = stretches
        self.marked_ends = {stretch.end for stretch in stretches}
        self.drafts: list[Draft] = []
        self.last: Draft | None = None
        self.carried: Draft | None = None
        self.lead: Draft | None = None
        self.waiting: list[Range] = []
        self.whole: list[Range] = []
        self.source: Range | None = None
        self.index = 0
        self.plain = False
        self.sentence: Sentence | None = None
        self.turns = find_turns(view, paragraphs)
        self.repeated: list[tuple[Draft, Range]] = []
        self._repeats: Repeats | None = None

    # Paragraphs ---------------------------------------------------------------------------------------------------

    def open_paragraph(self, index: int, paragraph: Paragraph) -> bool:
        """Starts a paragraph; False if it is dealt with already, as an answer or a line that tells an owner."""
        self.index = index
        if index in self.turns:
            self._take_turn(self.turns[index])
            return False
        signed = bool(self.waiting) and self._signed(paragraph)
        self.last = None
        self.source = None
        self.whole = []
        self.plain = False
        self.sentence = None
        return not signed

    def close_paragraph(self) -> None:
        """Ends a paragraph: decides whose a paragraph is that holds nothing but a quotation."""
        paragraph = self.paragraphs[self.index]
        if self.whole and not self.plain:
            if (again := self._repeated(self.whole[0])) is not None:
                draft = self._draft(self.whole, "pull-quote")
                self.repeated.append((draft, again))
                return
            if paragraph.kind == _PULL_QUOTE or self._signature(self.index + 1) is not None:
                self.waiting = list(self.whole)  # stands by itself, for an owner below it
                return
            if self.lead is not None:
                self.lead.pieces = list(self.whole)
                self.drafts.append(self.lead)
                self.carried, self.lead = self.lead, None
            elif self.carried is not None:
                self.carried.pieces += self.whole
                self.carried.joins += len(self.whole)
            else:
                self.waiting = list(self.whole)
                return
            self.waiting = []
            return
        self.waiting = []
        self.lead = None
        ends_quoted = paragraph.end in self.marked_ends
        self.carried = self.last if ends_quoted or (self.last and (self.last.marked or self._reports())) else None
        if self.view[paragraph.end - 1] == ":" and (source := self._introducer()) is not None:
            self.lead = Draft(
                [],
                "lead-in",
                cue=(paragraph.end - 1, paragraph.end),
                lemma=":",
                source=source,
            )

    def _reports(self) -> bool:
        """Whether the paragraph's last sentence is reported speech, which a quotation below may bear out."""
        last, s = self.last, self.sentence
        if last is None or s is None or last.bounds != (s.start, s.end):
            return False
        return last.category == "speech" and last.rule in {"reported", "tail"} and last.source is not None

    def _introducer(self) -> Range | None:
        """Who speaks after a paragraph that ends with a colon: its last sentence's subject."""
        s = self.sentence
        if s is None:
            return None
        subject = last_subject(s)
        return s.span(*subject) if subject else self.source

    def _draft(
        self, pieces: list[Range], rule: str, source: Range | None = None, cue: Range | None = None, lemma: str = ""
    ) -> Draft:
        draft = Draft(
            list(pieces),
            rule,
            cue=cue,
            lemma=lemma,
            source=source,
        )
        self.drafts.append(draft)
        return draft

    def _repeated(self, piece: Range) -> Range | None:
        if self._repeats is None:
            self._repeats = Repeats(self.view, [(s.start, s.end) for s in self.stretches])
        return self._repeats.of(*piece)

    def _signed(self, paragraph: Paragraph) -> bool:
        """'-- Malika' under a quotation that waits for an owner."""
        match = self._signature(self.index)
        if match is None:
            return False
        start = match.start(1)
        end = start + len(match[1].split(",")[0])
        self._draft(self.waiting, "signature", (start, end), (paragraph.start, start), "--")
        self.waiting = []
        return True

    def _signature(self, index: int) -> re.Match[str] | None:
        """The owner's line that a paragraph is, if it is one."""
        if index >= len(self.paragraphs):
            return None
        paragraph = self.paragraphs[index]
        if paragraph.end - paragraph.start > _LONGEST_SIGNATURE:
            return None
        match = _SIGNATURE.fullmatch(self.view, paragraph.start, paragraph.end)
        return match if match is not None and match[1][:1].isupper() else None

    def _take_turn(self, turn: Turn | None) -> None:
        """An interview's answer is a quotation of the one its label names."""
        self.last = self.carried = self.lead = None
        if turn is not None:
            draft = self._draft([(turn.start, turn.end)], "interview", turn.label)
            draft.bare = True

    # Sentences ----------------------------------------------------------------------------------------------------

    def take_quotation(self, s: Sentence) -> bool:
        """Takes a sentence that is nothing but quotation; False if it is another kind of sentence."""
        if not s.atoms or s.flags & ~_QUOTATION:
            return False
        pieces = [s.span(atom, atom + 1) for atom in s.atoms]
        if self.last is not None:
            self.last.pieces += pieces
            self.last.joins += len(pieces)
        elif self.plain and (by := self._neighbor(pieces)) is not None:
            self.last = self._draft(pieces, "adjacent", by)
        else:
            self.whole += pieces
        return True

    def _neighbor(self, pieces: list[Range]) -> Range | None:
        """Who is spoken of right before a quotation that nobody introduces: 'Malika is not sorry. "We stay."'"""
        s = self.sentence
        if s is None or sum(self.view.count(" ", *piece) for piece in pieces) < _LONG:
            return None
        subject = main_subject(s, s.count)
        if subject is None or not s.bits[subject[0]] & (p.CAPITAL | p.PRONOUN) or s.bits[subject[0]] & p.OBJECTIVE:
            return None
        return s.span(*subject)

    def take_sentence(self, s: Sentence, found: list[Draft]) -> None:
        """Takes another sentence with the attributions found in it."""
        if not self.plain and not found and s.flags & p.DASH and (signed := self._signs(s)) is not None:
            self.plain = True
            self._draft(signed[0], "signature", signed[1], signed[2], "--")
            self.whole = []
            return
        if not self.plain and self.whole:
            self._settle(found)
        self.plain = True
        self.sentence = s
        if self.waiting and found and found[0].rule == "before":
            self._open_quotation_before(found[0])
        self.waiting = []
        if s.atoms:
            self._goes_on(s, found)
        if found:
            self._keep(s, found)

    def _keep(self, s: Sentence, found: list[Draft]) -> None:
        """Keeps a sentence's attributions, and which of them a quotation to come may go on with."""
        self.drafts += found
        closed = [piece for draft in found for piece in draft.pieces]
        bounds = s.start, s.end
        for draft in found:
            draft.bounds, draft.closed = bounds, closed
        self.last = last = found[-1]
        if len(found) > 1:
            quoting = [draft for draft in found if draft.marked]
            # '"A," X said, referring to "a." "B."': the participle's marks are not where the quotation goes on.
            quoting = [draft for draft in quoting if draft.how != "participle"] or quoting
            self.last = (quoting or [draft for draft in found if draft.source] or found)[-1]
        if last.source:
            self.source = last.source

    def _goes_on(self, s: Sentence, found: list[Draft]) -> None:
        """A sentence whose first words are marked and nobody else's goes on with the quotation before it."""
        if self.last is None or not self.last.marked or (s.atoms[0] and found):
            return
        first = s.atoms[0]
        start, end = marked = s.span(first, first + 1)
        if first and not _is_aside(s):
            if not _closes(s):
                return
            last = s.atoms[-1]  # '"It is old," Malika said. The plan is "a joke, and a bad one."'
            marked = s.span(last, last + 1)
            start, end = s.span(0, last + 1)
        if self.view.count(" ", *marked) < _SAID or any(a < end and start < b for d in found for a, b in d.pieces):
            return
        self.last.pieces.append((start, end))
        self.last.joins += 1

    def _signs(self, s: Sentence) -> tuple[list[Range], Range, Range] | None:
        """'"We stay." -- Malika': the pieces, the owner and the dash, if a sentence closes so."""
        pieces = list(self.whole)
        first = 0
        while first < s.count and s.bits[first] & p.ATOM:
            pieces.append(s.span(first, first + 1))
            first += 1
        bits = s.bits
        if not pieces or first + 1 >= s.count or s.count > first + 14 or len(s.atoms) > first:
            return None
        if not bits[first] & p.DASH or not bits[first + 1] & p.CAPITAL:
            return None
        last = next((x for x in range(first + 1, s.count) if bits[x] & (p.COMMA | p.STOP | p.OPEN)), s.count)
        return pieces, s.span(first + 1, last), s.span(first, first + 1)

    def _settle(self, found: list[Draft]) -> None:
        """A paragraph that begins with whole quotations and then names who speaks."""
        if found and found[0].rule in {"before", "unknown-verb"}:
            found[0].pieces[:0] = self.whole
            found[0].joins += len(self.whole)
        elif self.carried is not None:
            self.carried.pieces += self.whole
        self.whole = []

    def _open_quotation_before(self, draft: Draft) -> None:
        """A paragraph in marks left open goes on in the next one, which names the speaker."""
        end = self.waiting[-1][1]
        if self.view[end - 1] in "\"”'»’":
            return
        draft.pieces[:0] = self.waiting
        draft.joins += len(self.waiting)

    # The end ------------------------------------------------------------------------------------------------------

    def finish(self) -> list[Draft]:
        """All drafts; lines that give another quotation again know which."""
        if not self.repeated:
            return [draft for draft in self.drafts if draft.pieces]
        pull_quotes = {id(draft) for draft, _ in self.repeated}
        owners = sorted(
            (
                (start, end, number)
                for number, draft in enumerate(self.drafts)
                if id(draft) not in pull_quotes
                for start, end in draft.pieces
            )
        )
        for draft, (start, end) in self.repeated:
            at = bisect_left(owners, (end, 0, 0)) - 1
            if at >= 0 and owners[at][1] > start:
                draft.repeats = self.drafts[owners[at][2]]
        return [draft for draft in self.drafts if draft.pieces and (draft.rule != "pull-quote" or draft.repeats)]
