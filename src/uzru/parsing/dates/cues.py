"""Which word decides the direction of a date: 'until Monday' and 'will meet Monday' lie ahead, 'since May' behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from uzru.parsing.dates.lexicon import Lexicon, tree
from uzru.parsing.dates.passage import Passage
from uzru.parsing.late import late

__all__ = ["CueWords", "Cues"]

_OPENING = late(r"[\s\"'“‘`(]*(?:(?:and|but) )?(?:(?:on|in|by|early|late|next|this|the|a|at|for) )*")
_ADDRESSED = late(
    r"(?: (?:[A-Z][\w.'’-]*|him|her|them|us|me|reporters|journalists),?)*(?: in| on)(?: (?:early|mid|late))? "
)
_ACTING = late(r"(?<! of)(?<! to)(?<! for)(?<! the)(?<! a)[ \n][a-z]{3,}ing in \Z")  # 'since announcing in May'
_AFTER = late(r" (?:following|since|after (?:an?|his|her|its|their)) [^,]*\Z")  # 'following his trip in May'
_BETWEEN = r"(?: on| in| the| early| late| mid)* $"
# What says that a cue is none; looked for behind the character in front of the cue, which few places have.
_NOT_PERFECT = r"(?<!\bhad.)(?<!\bhas.)(?<!\bhave.)"
_NOT_FORMER = r"(?<!\bfirst.)(?<!\boriginally.)(?<!\binitially.)(?<!\bpreviously.)"  # 'first planned for June'
_NO_CUE_BEHIND = r"(?<! had.)(?<! to.)(?<! not.)(?<!n['’]t.)"
# Words in front of a form that is then no verb of the past: 'is opened', 'on the ground'.
_NO_VERB_BEHIND = "be been being is are the a an its his their our".split()
_OTHER_CLAUSE = ("who", "that", "but", "says")  # words that begin another clause
_DIRECTLY, _CLAUSE, _SENTENCE = 32, 100, 100  # characters in front in which cues of each reach are looked for
_AFTER_REACH = 48  # characters in front in which 'following his trip to Nukus in' stands
_INFINITIVE = 60  # characters in front in which 'to meet' is a cue
_OVER = 150  # characters on both sides in which a verb of the past may tell of a date
_DUE = 24  # characters in front of a cue in which 'had been' takes its force
_HELD = 60  # characters in front in which 'was held in Nukus on' stands


class CueWords:
    """The patterns of the cues, each compiled when first asked for.

    Attributes:
        near: cues that say 'ahead' only if that is nearer.
        holding: verbs of the past that let 'until' look ahead.
        arranging: these, and those of the past that set a date.
        announcing: those that set a date or say something, and words that begin another clause.
        saying: those whose own date may stand beside them: 'said in May', but not 'scheduled in May'.
        attributing: those that name who said a whole sentence, and words that begin another clause.
        planning: all these, and words whose infinitive lies ahead: 'want to meet'.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.near = frozenset(cue for cue, direction, _ in lexicon.cues if direction == "near")
        self.holding = frozenset(lexicon.verbs("holding"))
        self.arranging = self.holding.union(lexicon.verbs("arranging"))
        self.announcing = frozenset(lexicon.verbs("saying")).union(lexicon.verbs("appointing"), _OTHER_CLAUSE)
        self.saying = self.announcing.difference(lexicon.verbs("appointing"), _OTHER_CLAUSE)
        self.attributing = self.saying.intersection(lexicon.verbs("reporting")).union(_OTHER_CLAUSE)
        self.planning = self.arranging.union(lexicon.verbs("planning"), _OTHER_CLAUSE)

    def _tree(self, *reaches: str, side: str = "ahead") -> str:
        sides = (side, "near") if side == "ahead" else (side,)
        return tree(cue for cue, direction, reach in self._lexicon.cues if reach in reaches and direction in sides)

    @cached_property
    def before(self) -> dict[str, re.Pattern[str]]:
        """Of each direction, and of weekdays, directly in front of the date."""
        words = {side: self._tree("before", side=side) for side in ("ahead", "back")}
        words["weekday"] = self._tree("weekday")
        return {
            side: re.compile(rf"[ \"'(\n]{_NOT_PERFECT}{_NOT_FORMER}({tree}){_BETWEEN}") for side, tree in words.items()
        }

    @cached_property
    def limit(self) -> re.Pattern[str]:
        """'Until' and the like, directly in front."""
        return re.compile(rf"[ \"'(\n]({self._tree('limit')}){_BETWEEN}")

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """Anywhere in front in the clause."""
        return re.compile(rf"[ \"(\n’']{_NO_CUE_BEHIND}{_NOT_FORMER}({self._tree('clause')})(?= )")

    @cached_property
    def sentence(self) -> re.Pattern[str]:
        """Anywhere in front in the sentence."""
        return re.compile(rf"[ \"(\n’']{_NOT_FORMER}({self._tree('clause', 'sentence')})(?= )")

    @cached_property
    def past(self) -> re.Pattern[str]:
        """A verb of the past, or a word that begins another clause."""
        return self._verb(_OTHER_CLAUSE)

    @cached_property
    def unchanged(self) -> re.Pattern[str]:
        """A verb that may be one of the past, though it is written like its base: 'he put'."""
        leading = "".join(rf"(?<! {word})" for word in self._lexicon.verbs("leading"))
        return re.compile(rf"{leading} {tree(self._lexicon.unchanged_verbs)}(?=[ ,.;:])")

    @cached_property
    def between(self) -> re.Pattern[str]:
        """The same, and 'and', behind which another verb may come."""
        return self._verb((*_OTHER_CLAUSE, "and", *self.holding))

    def _verb(self, others: Iterable[str]) -> re.Pattern[str]:
        past = tree({*self._lexicon.past_verbs, *self._lexicon.verbs("denying"), *others})
        present = tree(self._lexicon.verbs("present"))
        not_behind = "".join(rf"(?<! {word})" for word in _NO_VERB_BEHIND)
        return re.compile(rf"{not_behind} ({past}|(?!{present} )[a-z]{{3,}}ed)(?=[ ,.;:])")

    @cached_property
    def done(self) -> re.Pattern[str]:
        """A verb of the past and its 'on', directly in front."""
        past, arranging = tree(self._lexicon.past_verbs - self.arranging), tree(self.arranging)
        return re.compile(rf" ({past}|(?!{arranging} )[a-z]{{3,}}ed)(?: place)?(?: in [a-z]+)? on \Z")


class Cues:
    """Finds the cue of a date that begins at an offset of a passage; an empty string where there is none."""

    def __init__(self, words: CueWords, passage: Passage) -> None:
        self._words = words
        self._passage = passage
        self._low = passage.low

    def back(self, at: int) -> str:
        """The cue directly in front that says 'back'."""
        return self._directly("back", at)

    def ahead(self, at: int) -> str:
        """The cue that says 'ahead': in front of the date or, if the date opens its sentence, behind it."""
        start = self._passage.speech(at)[0]
        return self._directly("ahead", at) or self._limit(start, at) or self._clause(start, at) or self._next(start, at)

    def ahead_of_weekday(self, at: int) -> str:
        """The cue that says 'ahead' of a weekday."""
        return self.ahead(at) or self._directly("weekday", at)

    def is_near(self, cue: str) -> bool:
        """Whether a cue says 'ahead' of a weekday only if that is nearer than the last such day."""
        return cue in self._words.near

    def weak(self, at: int) -> str:
        """The last word of the sentence in front that may say 'ahead', if no verb of the past comes behind it."""
        start = self._passage.speech(at)[0]
        cues = self._all(self._words.sentence, max(start, at - _SENTENCE), at)
        if not cues or self._verbs(self._words.past, cues[-1].end(), at):
            return ""
        if cues[-1][1].startswith("to ") and not self._is_planned(cues[-1], start, at):
            return ""
        return cues[-1][1]

    def any(self, at: int) -> str:
        """The cue that says 'ahead', or else the weak one."""
        return self.ahead(at) or self.weak(at)

    def done(self, at: int) -> str:
        """The verb of the past that says that a day is over: 'was shot on 5 May', 'On 5 May he fled'."""
        start = self._passage.speech(at)[0]
        if found := self._words.done.search(self._low, max(start, at - _HELD), at):
            return found[1]
        opens = self._low.startswith("on ", at - 3) and _OPENING.fullmatch(self._low, start, at)
        past = self._behind(at)[1] if opens else ""
        return "" if past in self._words.arranging else past

    def announced(self, at: int) -> str | None:
        """The verb of saying or arranging beside a date, if no other of the past is there: 'told of a cut in May'.

        Empty if there is none at all; None if the date is over, or that of the saying: 'told Egor Panin in May'.
        """
        start, behind = max(self._passage.speech(at)[0], at - _OVER), self._behind(at, _OVER)[1]
        before = self._verbs(self._words.past, start, at)
        verbs = [*(verb[1] for verb in before), *([behind] if behind else ())]
        if not self._words.announcing.issuperset(verbs) or self._is_unchanged(start, at):
            return None
        if behind and behind not in self._words.attributing:
            return None
        if _OPENING.fullmatch(self._low, start, at):
            return None if behind else ""
        saying = [verb for verb in before if verb[1] in self._words.saying]
        whom = self._passage.view[saying[-1].end() - 1 : at - 1] if saying else ""
        if (
            _ADDRESSED.fullmatch(whom)
            or _AFTER.search(self._low, max(start, at - _AFTER_REACH), at)
            or _ACTING.search(self._low, max(start, at - _DIRECTLY) - 1, at)
        ):
            return None
        return next((verb for verb in reversed(verbs) if verb not in _OTHER_CLAUSE), "")

    def over(self, at: int) -> bool:
        """Whether a verb of the past stands in the sentence of a date, before or behind it."""
        start = max(self._passage.speech(at)[0], at - _OVER)
        stop = self._end(at, _OVER)
        cue = next(iter(self._all(self._words.clause, at, stop)), None)
        verbs = {verb[1] for verb in self._verbs(self._words.past, start, cue.start() if cue else stop)}
        return not verbs.issubset(_OTHER_CLAUSE) or self._is_unchanged(start, at)

    def _is_unchanged(self, start: int, at: int) -> bool:
        """Whether a verb that may be one of the past stands in the sentence: 'they put'."""
        return self._words.unchanged.search(self._low, start, self._end(at, _OVER)) is not None

    def _directly(self, side: str, at: int) -> str:
        found = self._words.before[side].search(self._low, max(0, at - _DIRECTLY), at)
        if found is None or self._low.endswith(" had been", 0, found.start()):
            return ""  # 'it had been due Monday'
        return found[1]

    def _limit(self, start: int, at: int) -> str:
        """'Until': 'had waited until' says nothing, nor does 'Until Monday, he had waited'; 'gave him until' does."""
        found = self._words.limit.search(self._low, max(0, at - _DIRECTLY), at)
        if found is None:
            return ""
        verbs = self._verbs(self._words.between, start, found.start() + 1)
        if verbs:
            return found[1] if verbs[-1][1] in self._words.holding else ""
        if _OPENING.fullmatch(self._low, start, found.start(1)) and self._behind(at)[1]:
            return ""
        return found[1]

    def _clause(self, start: int, at: int) -> str:
        """The last strong cue in front with no other verb between."""
        cues = self._all(self._words.clause, max(start, at - _CLAUSE), at)
        if not cues or {verb[1] for verb in self._verbs(self._words.between, cues[-1].end(), at)} - {"and"}:
            return ""
        if cues[-1][1].startswith("to ") and not self._is_planned(cues[-1], start, at):
            return ""
        if " had been " in self._low[max(start, cues[-1].start() - _DUE) : cues[-1].start() + 1]:
            return ""  # 'it had been due to meet'
        first = -2 if len(cues) > 1 and cues[-2].end() == cues[-1].start() else -1  # 'will meet'
        return cues[first][1]

    def _is_planned(self, infinitive: re.Match[str], start: int, at: int) -> bool:
        """Whether 'to meet' may lie ahead: near the date, and of no act done ('coins were flipped to decide')."""
        if at - infinitive.end() > _INFINITIVE:
            return False
        before = self._low[max(0, infinitive.start() - 20) : infinitive.start()].rpartition(" ")[2]
        verbs = self._verbs(self._words.past, max(start, at - _SENTENCE), infinitive.start() + 1)
        behind = self._low[infinitive.end() : at].split(" ", 2)
        if infinitive[1] == "to be" and self._words.past.match(f" {behind[1]} "):
            return True  # 'an address to be delivered Monday'
        return not verbs or before in self._words.planning or verbs[-1][1] in self._words.planning

    def _next(self, start: int, at: int) -> str:
        """The strong cue behind a date that opens its sentence, unless a verb of the past comes first."""
        return self._behind(at)[0] if _OPENING.fullmatch(self._low, start, at) else ""

    def _behind(self, at: int, reach: int = _SENTENCE) -> tuple[str, str]:
        """The strong cue behind a date, or the verb of the past that comes first."""
        stop = self._end(at, reach)
        cue = next(iter(self._all(self._words.clause, at, stop)), None)
        past = next(iter(self._verbs(self._words.past, at, stop)), None)
        if past is not None and (cue is None or past.start() < cue.start()):
            return "", past[1]
        return cue[1] if cue else "", ""

    def _verbs(self, pattern: re.Pattern[str], start: int, stop: int) -> list[re.Match[str]]:
        """The verbs between two offsets; an Ahmed or a Reed is none."""
        found = pattern.finditer(self._low, start, stop)
        return [verb for verb in found if not self._passage.is_titled(verb.start(1))]

    def _end(self, at: int, reach: int) -> int:
        return min(self._passage.sentence_end(at, reach), self._passage.speech(at)[1])

    def _all(self, pattern: re.Pattern[str], start: int, stop: int) -> list[re.Match[str]]:
        """The cues between two offsets; a May is none."""
        return [
            found
            for found in pattern.finditer(self._low, start, stop)
            if found[1] != "may" or not self._passage.is_capital(found.start(1))
        ]
