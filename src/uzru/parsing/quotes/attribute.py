"""Who said what within one sentence: each cue finds its content before, behind or around its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.accord import Accord, find_accords
from uzru.parsing.quotes.candidates import Candidate, find_candidates, marks_before, owns_marks, stretch_before
from uzru.parsing.quotes.content import Content, clause_follows, content_after, recipient_after, skip_adjuncts
from uzru.parsing.quotes.cues import is_cue
from uzru.parsing.quotes.drafts import Draft, Range
from uzru.parsing.quotes.ends import content_end
from uzru.parsing.quotes.fallbacks import Introduction, find_introduction
from uzru.parsing.quotes.phrases import author_of, noun_phrase_after
from uzru.parsing.quotes.subject import Clause, main_subject
from uzru.parsing.quotes.trailing import find_tail, is_opener

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import CueWord, Lexicon
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["read_sentence"]

_SPLITTING = frozenset({"before", "tail", "after", "clause"})
_SHOWN = p.CAPITAL | p.DET | p.POSSESSIVE
_VERB_GROUP = 5
_NEXT = 12  # how many cues further on are looked at
_EDGE = p.COMMA | p.COORD | p.DASH
_ACCORDS = p.ACCORD | p.STANCE


def read_sentence(
    s: Sentence, lexicon: Lexicon, view: str, *, indirect: bool, source: Range | None = None
) -> list[Draft]:
    """All attributions of a sentence."""
    candidates = find_candidates(s, lexicon, indirect=indirect)
    if not candidates and not s.atoms and not s.flags & _ACCORDS and "as" not in s.words:
        return []
    return _Reader(s, lexicon, view, indirect=indirect, source=source).read(candidates)


class _Reader:
    """Finds the attributions of one sentence, left to right; what one has taken is closed to the next."""

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, view: str, *, indirect: bool, source: Range | None = None
    ) -> None:
        self.s = sentence
        self.lexicon = lexicon
        self.view = view
        self.indirect = indirect
        self.drafts: list[Draft] = []
        self.floor = 0
        self.claimed: set[int] = set()
        self.closed: range = range(0)
        self.source = source

    # The whole sentence -------------------------------------------------------------------------------------------

    def read(self, candidates: list[Candidate]) -> list[Draft]:
        """All attributions of the sentence, of which the candidates are the cues."""
        s = self.s
        for accord in find_accords(s, candidates, self.lexicon):
            self._take_accord(accord, candidates)
        tail = find_tail(s, candidates)
        for number, candidate in enumerate(candidates):
            if candidate.i < self.floor or candidate.i in self.closed:
                continue
            closing = candidates[tail.number] if tail is not None and number < tail.number else None
            if candidate.clause.how == "question":
                self._take_question(candidate)
            elif candidate.clause.how == "around":
                self._take_around(candidate, within=closing is not None)
            elif s.atoms and self._marked_before(candidate):
                self._take_before(candidate)
            elif closing is not None and not self._own_marks(candidate, closing):
                continue
            elif tail is not None and tail.number == number:
                self._take_tail(candidate, tail.resumes)
            elif candidate.clause.how == "nominal":
                self._take_nominal(candidate)
            else:
                later = self._next_owner(candidates[number + 1 : number + _NEXT]) if s.atoms else None
                if later is None or self._own_marks(candidate, later):
                    self._take_after(candidate)
        if len(self.claimed) < len(s.atoms):
            self._split_on()
            for atom in s.atoms:
                if atom not in self.claimed and (found := find_introduction(s, atom, self.floor, self.view)):
                    self._take_introduced(atom, found)
        return self.drafts

    def _marked_before(self, candidate: Candidate) -> bool:
        return marks_before(self.s, candidate, self.lexicon, self.claimed, self.floor)

    def _next_owner(self, following: list[Candidate]) -> Candidate | None:
        """The first of these cues whose content is marked and stands before it."""
        return next((other for other in following if self._marked_before(other)), None)

    def _own_marks(self, candidate: Candidate, later: Candidate) -> bool:
        """Whether the cue has a quotation of its own before the one the later cue claims."""
        return owns_marks(self.s, candidate, self.lexicon, stretch_before(self.s, later.clause.left, self.claimed))

    # Taking contents ----------------------------------------------------------------------------------------------

    def _draft(self, candidate: Candidate, pieces: list[tuple[int, int]], rule: str,
               recipient: tuple[int, int] | None = None) -> Draft:  # fmt: skip
        s = self.s
        i, verb, clause = candidate
        draft = Draft(
            [s.span(a, b) for a, b in sorted(pieces) if b > a],
            rule,
            s.span(i, i + 1),
            verb.lemma,
            self._offsets(author_of(s, clause.subject)) or self.source,
            verb.category,
            self._offsets(recipient),
        )
        marked = [x for x in s.atoms for a, b in pieces if a <= x < b]
        self.claimed.update(marked)
        draft.marked = bool(marked)
        draft.how = clause.how
        if s.flags & p.NEGATION:
            draft.negated = any(b & p.NEGATION for b in s.bits[max(clause.left, i - _VERB_GROUP) : i])
        self.drafts.append(draft)
        return draft

    def _offsets(self, tokens: tuple[int, int] | None) -> tuple[int, int] | None:
        if tokens is None or tokens[1] <= tokens[0]:
            return None
        s, (first, end) = self.s, tokens
        if end == first + 1 and s.bits[first] & p.CONTRACTED:  # 'They' of 'They're'
            start, _ = s.span(first, end)
            return start, start + len(s.words[first].replace("’", "'").partition("'")[0])
        return s.span(first, end)

    def _content_start(self, atom: int) -> int:
        """Where the content that ends with the marked stretch `atom` begins: with its sentence's unmarked start."""
        bits = self.s.bits
        first = min(self.floor, atom)
        for x in range(atom - 1, self.floor - 1, -1):
            if bits[x] & p.COLON or (bits[x] & p.OPEN and not any(bits[y] & p.CLOSE for y in range(x, atom))):
                return x + 1
        while first < atom and bits[first] & (p.COMMA | p.COORD | p.DASH | p.STOP | p.SEMICOLON):
            first += 1
        if atom - first <= 2 and all(bits[x] & (p.COORD | p.ADVERB | p.COMMA | p.SUBORD) for x in range(first, atom)):
            return atom
        return first

    def _take_before(self, candidate: Candidate) -> None:
        _, verb, clause = candidate
        atom = stretch_before(self.s, clause.left, self.claimed)
        if atom is None:
            return
        told = recipient_after(self.s, clause.right, verb) if clause.how != "inverted" else None
        pieces = [(self._content_start(atom), atom + 1)]
        self.floor = clause.right
        rest = self._phrases_end(told[1] if told else clause.right)
        if rest + 1 < self.s.count and self.s.bits[rest] & p.COMMA and self.s.bits[rest + 1] & p.THAT:
            # '"We are sorry," they wrote in a letter, that the mint "may close."'
            self.floor = content_end(self.s, rest + 1, "that", self.lexicon)
            pieces.append((rest + 1, self.floor))
        self._draft(candidate, pieces, "before", told)

    def _phrases_end(self, first: int) -> int:
        """Behind the words from token `first` that hold no verb, up to the next sign: 'in a letter to the mint'."""
        s, end = self.s, first
        while end < s.count and s.bits[end] & p.WORD and not s.bits[end] & (p.AUX | p.VERB | p.THAT | p.ATOM):
            end += 1
        return end

    def _take_tail(self, candidate: Candidate, resumes: int | None) -> None:
        """'C, X said', and what of C goes on behind it."""
        clause = candidate.clause
        first, last = self.floor, clause.left - 1
        bits = self.s.bits
        while first < last and bits[first] & _EDGE:
            first += 1
        self.floor = clause.right
        if first >= last:
            return
        pieces = [(first, last)]
        told = recipient_after(self.s, clause.right, candidate.word)
        if resumes is not None:
            end = content_end(self.s, resumes, "clause", self.lexicon)
            if end > resumes:
                pieces.append((resumes, end))
                self.floor = end
        self._draft(candidate, pieces, "tail", told)

    def _take_around(self, candidate: Candidate, *, within: bool) -> None:
        """'The mint is expected to close': subject and predicate are the content, and nobody is named."""
        clause = candidate.clause
        if clause.subject is not None and self.s.words[clause.right] == "by":
            self._take_passive(candidate, clause.subject)
            return
        end = content_end(self.s, clause.right, "clause", self.lexicon)
        if clause.subject is None or within or clause.left < self.floor or end <= clause.right:
            return
        if any(clause.left <= x < end for x in self.s.atoms):
            return
        pieces = [(clause.right, end)]
        if not self.s.bits[clause.right] & p.THAT:
            pieces.insert(0, clause.subject)
        self._draft(candidate, pieces, "around").source = None
        self.floor = end

    def _take_passive(self, candidate: Candidate, subject: tuple[int, int]) -> None:
        """'The plan was criticized by Malika': the subject is the content, the agent speaks."""
        s, by = self.s, candidate.clause.right
        end = noun_phrase_after(s, by + 1)
        if subject[0] < self.floor or end <= by + 1 or any(x in s.atoms for x in range(*subject)) or not self.indirect:
            return
        pieces = [subject]
        if end < s.count and s.words[end] in {"as", "for"}:
            last = content_end(s, end, "object", self.lexicon)
            pieces.append((end, last))
        draft = self._draft(candidate, pieces, "around")
        draft.source = self._offsets((by + 1, end))
        self.floor = end

    def _take_question(self, candidate: Candidate) -> None:
        """'Asked whether the mint would close, ...': the question ends with its clause."""
        s, first = self.s, candidate.clause.right
        opens = candidate.i < 3
        end = content_end(s, first, "wh", self.lexicon, subordinate=opens)
        if end > first and not any(first <= x < end for x in s.atoms):
            self._draft(candidate, [(first, end)], "around").source = None
            self.floor = end

    def _take_nominal(self, candidate: Candidate) -> None:
        """'her claim that the mint will close'; 'amid criticism of the plan' names nobody and is left alone."""
        s, clause = self.s, candidate.clause
        owner = clause.subject or main_subject(s, candidate.i)
        if clause.left < self.floor or (owner is None and not s.atoms):
            return
        end = content_end(s, clause.right, "object", self.lexicon, relative=not s.bits[clause.right] & (p.THAT | p.TO))
        marked = any(clause.right <= x < end for x in s.atoms)
        if end <= clause.right or not (marked or (self.indirect and owner is not None)):
            return
        draft = self._draft(candidate, [(clause.right, end)], "nominal")
        if clause.subject is None:
            draft.source = self._offsets(owner)
        self.floor = end

    def _take_after(self, candidate: Candidate) -> None:
        """'X said C', in any frame of the verb."""
        s = self.s
        _, verb, clause = candidate
        content = content_after(s, clause.right, verb, self.lexicon) or self._shown(candidate)
        if content is not None and content.frame == "quote":
            content = self._colon_apart(candidate, content)
        if content is None or content.first < self.floor or content.first in self.claimed:
            return
        frame = content.frame
        end = content_end(
            s,
            content.first,
            frame,
            self.lexicon,
            subordinate=self._subordinate(clause),
            relative=self._relative(candidate),
        )
        if end <= content.first:
            return
        if (
            frame == "quote"
            and verb.category == "writing"
            and content.first == clause.right
            and s.bits[content.first] & p.TITLED
        ):
            return
        pieces = [(content.first, end)]
        if self.indirect and self._borne_out(verb, end):
            pieces.append((end + 1, end + 2))
            end += 2
        marked = bool(s.atoms) and any(content.first <= x < end for x in s.atoms)
        if not marked and not self.indirect:
            return
        rule = "after" if frame == "quote" and content.first in s.atoms else "reported" if not marked else "clause"
        self._draft(candidate, pieces, rule, content.recipient).frame = frame
        self.floor = end

    def _shown(self, candidate: Candidate) -> Content | None:
        """'A poll shows Malika ahead': what a document shows needs no verb."""
        s = self.s
        _, verb, clause = candidate
        first = clause.right
        if verb.category != "writing" or "clause" not in verb.frames or clause.subject is None or first >= s.count:
            return None
        written = any(s.bits[x] & p.DOCUMENT for x in range(*clause.subject))
        return Content(first, "clause", None) if written and s.bits[first] & _SHOWN else None

    def _borne_out(self, verb: CueWord, end: int) -> bool:
        """'Malika said the mint was old: "..."': to say something and then to quote it is one act."""
        bits = self.s.bits
        if verb.category == "belief" or "quote" not in verb.frames or end + 1 >= self.s.count:
            return False
        return bool(bits[end] & p.COLON and bits[end + 1] & p.ATOM)

    def _colon_apart(self, candidate: Candidate, content: Content) -> Content | None:
        """'Malika believes it unlikely: "No."': the clause is reported, and the colon introduces the quotation."""
        s = self.s
        _, verb, clause = candidate
        if not s.bits[content.first - 1] & p.COLON or "clause" not in verb.frames:
            return content
        first = skip_adjuncts(s, clause.right)
        if not clause_follows(s, first, content.first - 1):
            return content
        if verb.category != "belief":
            # To say something and then to quote it is one act.
            return Content(first, "quote", content.recipient) if self.indirect else content
        if self.indirect:
            self._draft(candidate, [(first, content.first - 1)], "reported")
        if clause.subject is not None:
            self._take_introduced(content.first, Introduction(clause.subject, content.first - 1, ":", "colon"))
        self.floor = content.first + 1
        return None

    def _relative(self, candidate: Candidate) -> bool:
        """Whether the clause is a relative one: 'Those who praised the plan', 'those praising the plan'."""
        i, _, clause = candidate
        if self.s.bits[i] & p.GERUND and clause.how == "noun" and not self.s.bits[i - 1] & (p.AUX | p.ADVERB):
            return True
        return clause.subject is not None and bool(self.s.bits[clause.subject[0]] & (p.RELATIVE | p.THAT))

    def _subordinate(self, clause: Clause) -> bool:
        """Whether the clause opens its sentence as a subordinate one: 'Although X condemned it, ...'."""
        bits = self.s.bits
        first = 1 if bits[0] & p.COORD else 0
        if clause.how == "participle" and clause.right <= first + 2:
            return True  # 'Saying the mint will close, Malika left'
        if clause.left and bits[clause.left - 1] & p.SUBORD and not bits[clause.left - 1] & p.PREP:
            return True
        if self.s.flags & p.RELATIVE:
            relative = next((x for x in (clause.left, clause.left - 1) if x > 1 and bits[x] & p.RELATIVE), 0)
            if relative and bits[relative - 1] & p.COMMA and not bits[relative] & p.THAT:
                return True  # 'The men, who Malika says are rebels, left': the clause ends with its content
        opens = bits[first] & p.SUBORD and not bits[first] & p.DET
        return bool(opens) and not any(bits[x] & p.COMMA for x in range(first, clause.left))

    def _take_accord(self, accord: Accord, candidates: list[Candidate]) -> None:
        """'C, according to X' and 'As X said, C': nothing within C is an attribution of its own."""
        s = self.s
        k, end = accord.first, accord.end
        opens = k == 0 or (s.bits[k - 1] & p.COORD and k == 1)
        if opens:
            if end + 1 >= s.count or not s.bits[end] & p.INTRODUCER:
                return
            first, last = end + 1, content_end(s, end + 1, "clause", self.lexicon)
        else:
            first, last = self.floor, k - 1 if s.bits[k - 1] & p.PAUSE else k
            direct = (
                [c.clause.right for c in candidates if c.clause.right < k and self._marked_before(c)] if s.atoms else []
            )
            first = max([first, *direct])
            while first < last and s.bits[first] & _EDGE:
                first += 1
            if direct and not any(s.bits[x] & p.PREDICATE for x in range(first, last)):
                return  # '"No," he told them, according to a transcript'
        if not opens and end + 1 < s.count and s.bits[end] & p.COMMA and s.bits[end + 1] & p.ATOM:
            first, last = end + 1, end + 2  # 'It closed because, in Malika's words, "it was old."'
        if last <= first or self._overlaps(*s.span(first, last)):
            return
        if not self.indirect and not any(first <= x < last for x in s.atoms):
            return
        clause = Clause(accord.source, k, end, accord.rule)
        pieces = [(first, last)]
        if not opens and end + 1 < s.count and s.bits[end] & p.PAUSE and self._is_open(last):
            # 'The fall, according to Malika, is over': the content goes on.
            end = content_end(s, end + 1, "clause", self.lexicon)
            pieces.append((clause.right + 1, end))
        draft = self._draft(Candidate(accord.cue[0], accord.word, clause), pieces, accord.rule)
        draft.cue = s.span(*accord.cue)
        self.closed = range(min(first, k), max(last, end))

    def _is_open(self, end: int) -> bool:
        """Whether what stands before token `end` is no whole sentence: 'He owed it to, as Malika put it'."""
        return is_opener(self.s, end) or bool(self.s.bits[end - 1] & (p.PREP | p.TO | p.AUX | p.THAT | p.COORD))

    def _overlaps(self, start: int, end: int) -> bool:
        return any(a < end and start < b for draft in self.drafts for a, b in draft.pieces)

    def _split_on(self) -> None:
        """'"A," X said, "B."': what goes on behind the clause belongs to the same quotation."""
        s = self.s
        for atom in s.atoms:
            if atom in self.claimed or not atom:
                continue
            sign = atom - 2 if s.bits[atom - 1] & p.COORD and atom > 1 else atom - 1
            signed = s.bits[sign] & (p.COMMA | p.COLON | p.DASH)
            start, end = s.span(atom, atom + 1)
            owner = next((d for d in reversed(self.drafts) if d.rule in _SPLITTING and d.pieces[0][0] < start), None)
            if owner is None:
                continue
            behind = max(owner.pieces[-1][1], owner.cue[1] if owner.cue else 0)
            between = range(s.first_behind(behind, atom), atom)
            if (between and not signed) or (s.bits[atom] & p.TITLED and self.view.count(" ", start, end)):
                continue
            if not any(self._is_finite_cue(x) for x in between):
                owner.pieces.append((start, end))
                owner.joins += 1
                self.claimed.add(atom)

    def _is_finite_cue(self, x: int) -> bool:
        b = self.s.bits[x]
        return bool(b & p.CUE and b & p.FINITE) and is_cue(self.s, x, self.lexicon.verbs[self.s.words[x]])

    def _take_introduced(self, atom: int, found: Introduction) -> None:
        """A marked stretch with no cue that the lexicon knows."""
        s = self.s
        self.drafts.append(
            Draft(
                [s.span(atom, atom + 1)],
                found.rule,
                cue=s.span(found.cue, found.cue + 1),
                lemma=found.lemma,
                source=self._offsets(found.subject),
            )
        )
        self.claimed.add(atom)
