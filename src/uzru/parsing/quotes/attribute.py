"""Who said what within one sentence: each cue finds its content before, behind or around its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.around import read_around
from uzru.parsing.quotes.content import Content, clause_follows, content_after, recipient_after, skip_adjuncts
from uzru.parsing.quotes.cues import is_cue
from uzru.parsing.quotes.drafts import Draft, Range
from uzru.parsing.quotes.ends import content_end, words_accord
from uzru.parsing.quotes.lexicon import CueWord
from uzru.parsing.quotes.nouns import read_noun
from uzru.parsing.quotes.subject import Clause, main_subject, noun_phrase_after, noun_phrase_before, read_clause
from uzru.parsing.quotes.trailing import find_tail

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import Lexicon
    from uzru.parsing.quotes.sentences import Sentence

__all__ = ["SentenceReader"]

_LINKS = p.COORD | p.SUBORD | p.PREP | p.RELATIVE | p.THAT | p.ADVERB | p.TIME
_ACCORDING = CueWord("according", "speech", frozenset())


class SentenceReader:
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

    def read(self) -> list[Draft]:
        """All attributions of the sentence."""
        s = self.s
        cues = self._cues()
        self._according(cues)
        tail = find_tail(s, cues)
        for number, (i, verb, clause) in enumerate(cues):
            if i < self.floor or i in self.closed:
                continue
            if clause.how == "around":
                self._take_around(i, verb, clause, tail is not None and number < tail.number)
            elif self._marked_before(clause, verb):
                self._take_before(i, verb, clause)
            elif tail is not None and number < tail.number and not self._own_marks(i, verb, clause, cues[tail.number]):
                continue
            elif tail is not None and tail.number == number:
                self._take_tail(i, verb, clause, tail.resumes)
            elif clause.how == "nominal":
                self._take_nominal(i, verb, clause)
            else:
                later = self._marked_later(cues, number)
                if later and not self._own_marks(i, verb, clause, later):
                    continue
                self._take_after(i, verb, clause)
        if len(self.claimed) < len(s.atoms):
            self._split_on()
            self._fallbacks()
        return self.drafts

    def _cues(self) -> list[tuple[int, CueWord, Clause]]:
        s, verbs = self.s, self.lexicon.verbs
        found: list[tuple[int, CueWord, Clause]] = []
        previous: tuple[int, int] | None = None
        for i, b in enumerate(s.bits):
            verbal = b & p.CUE and is_cue(s, i, verbs[s.words[i]])
            if b & p.NOUN and not verbal and (self.indirect or s.atoms) and (nominal := read_noun(s, i, self.lexicon)):
                found.append((i, self.lexicon.nouns[s.words[i]], nominal))
                continue
            if not b & p.CUE:
                continue
            verb = verbs[s.words[i]]
            if not verbal or "raising" in verb.frames:
                around = read_around(s, i, verb) if self.indirect else None
                if around is not None:
                    found.append((i, verb, around))
                continue
            clause = read_clause(s, i, previous)
            if clause is None:
                continue
            clause = self._whole_subject(clause)
            if clause.subject and clause.how not in {"relative"}:
                previous = clause.subject
            found.append((i, verb, clause))
        return found

    def _whole_subject(self, clause: Clause) -> Clause:
        """'"No," the tired, old miner said': all between the marks and the cue, if no verb stands there, is the subject."""
        if clause.how not in {"noun", "apposition"} or clause.subject is None:
            return clause
        bits = self.s.bits
        for x in range(clause.left - 1, max(-1, clause.left - 14), -1):
            b = bits[x]
            if b & p.ATOM:
                if b & p.SPOKEN and x + 1 < clause.left and not bits[x + 1] & (_LINKS | p.COMMA | p.DASH):
                    return clause._replace(subject=(x + 1, clause.subject[1]), left=x + 1)
                return clause
            if not b & (p.WORD | p.COMMA) or b & (p.AUX | p.VERB | p.RELATIVE | p.THAT | p.GERUND):
                return clause
            if b & p.CUE and b & (p.PAST | p.THIRD):
                return clause
        return clause

    # Where the marks stand ----------------------------------------------------------------------------------------

    def _atom_left(self, left: int) -> int | None:
        """The marked stretch that ends right before token `left`."""
        bits = self.s.bits
        k = left - 1
        if k >= 0 and bits[k] & (p.COMMA | p.DASH):
            k -= 1
        if k >= 0 and bits[k] & p.ATOM and k not in self.claimed:
            return k
        return None

    def _marked_before(self, clause: Clause, verb: CueWord) -> bool:
        if "quote" not in verb.frames or clause.how in {"infinitive", "coordinated"}:
            return False
        atom = self._atom_left(clause.left)
        if atom is None:
            return False
        comma_outside = atom + 1 < clause.left
        if clause.how in {"participle", "relative"}:
            return False
        bits = self.s.bits
        right = clause.right
        if right + 1 < self.s.count and bits[right] & p.COLON and bits[right + 1] & p.ATOM:
            return False
        if self.floor == 0 and bits[0] & p.GERUND and bits[0] & p.CUE and clause.how != "inverted":
            # 'Citing "duties at home," Roe said': the marks belong to the participle.
            if not any(bits[x] & (p.COMMA | p.AUX | p.VERB) for x in range(1, atom)):
                return False
        if atom > 1 and bits[atom - 1] & (p.COMMA | p.COLON) and bits[atom - 2] & p.CUE and bits[atom - 2] & p.PAST:
            verb_before = self.lexicon.verbs[self.s.words[atom - 2]]
            if "quote" in verb_before.frames and is_cue(self.s, atom - 2, verb_before):
                return False
        return comma_outside or bool(self.s.bits[atom] & p.SPOKEN) or clause.how != "shared"

    def _marked_later(self, cues: list[tuple[int, CueWord, Clause]], number: int) -> tuple[int, CueWord, Clause] | None:
        for later in cues[number + 1 :]:
            if self._marked_before(later[2], later[1]):
                return later
        return None

    def _own_marks(self, i: int, verb: CueWord, clause: Clause, later: tuple[int, CueWord, Clause]) -> bool:
        """Whether the cue has a quotation of its own before the one the later cue claims."""
        mine = self._atom_left(later[2].left)
        if any(a for a in self.s.atoms if a > i and (mine is None or a < mine)):
            content = content_after(self.s, clause.right, verb, self.lexicon)
            return content is not None and content.frame == "quote"
        return False

    # Taking contents ----------------------------------------------------------------------------------------------

    def _draft(self, i: int, verb: CueWord, clause: Clause, pieces: list[tuple[int, int]], rule: str,
               recipient: tuple[int, int] | None = None) -> Draft:  # fmt: skip
        s = self.s
        draft = Draft(
            [(s.starts[a], s.ends[b - 1]) for a, b in pieces],
            rule,
            cue=(s.starts[i], s.ends[i]),
            lemma=verb.lemma,
            category=verb.category,
            source=self._offsets(clause.subject) or self.source,
            recipient=self._offsets(recipient),
            sentence=s.number,
            paragraph=s.paragraph,
            clause_end=clause.right,
        )
        for a, b in pieces:
            self.claimed.update(x for x in s.atoms if a <= x < b)
        draft.how = clause.how
        draft.spoken = "quote" in verb.frames and verb.category != "belief"
        self.drafts.append(draft)
        return draft

    def _offsets(self, tokens: tuple[int, int] | None) -> tuple[int, int] | None:
        if tokens is None or tokens[1] <= tokens[0]:
            return None
        return self.s.starts[tokens[0]], self.s.ends[tokens[1] - 1]

    def _content_start(self, atom: int) -> int:
        """Where the content that ends with the marked stretch `atom` begins: its sentence's unmarked start is part of it."""
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

    def _take_before(self, i: int, verb: CueWord, clause: Clause) -> None:
        atom = self._atom_left(clause.left)
        assert atom is not None
        told = recipient_after(self.s, clause.right, verb) if clause.how != "inverted" else None
        self._draft(i, verb, clause, [(self._content_start(atom), atom + 1)], "before", told)
        self.floor = clause.right

    def _take_tail(self, i: int, verb: CueWord, clause: Clause, resumes: int | None) -> None:
        first, last = self.floor, clause.left - 1
        bits = self.s.bits
        while first < last and bits[first] & (p.COMMA | p.COORD | p.DASH):
            first += 1
        self.floor = clause.right
        if first >= last:
            return
        pieces = [(first, last)]
        if resumes is not None:
            end = content_end(self.s, resumes, "clause", self.lexicon)
            if end > resumes:
                pieces.append((resumes, end))
                self.floor = end
        self._draft(i, verb, clause, pieces, "tail")

    def _take_around(self, i: int, verb: CueWord, clause: Clause, within: bool) -> None:
        """'The mint is expected to close': subject and predicate are the content, and nobody is named."""
        end = content_end(self.s, clause.right, "clause", self.lexicon)
        if clause.subject is None or within or clause.left < self.floor or end <= clause.right:
            return
        if any(clause.left <= x < end for x in self.s.atoms):
            return
        pieces = [(clause.right, end)]
        if not self.s.bits[clause.right] & p.THAT:
            pieces.insert(0, clause.subject)
        self._draft(i, verb, clause._replace(subject=None), pieces, "around")
        self.drafts[-1].source = None
        self.floor = end

    def _is_title(self, atom: int) -> bool:
        """Whether the stretch at token `atom` is written like a title: 'He reads "The Old Mint"'."""
        words = [word for word in self.view[self.s.starts[atom] : self.s.ends[atom]].split() if len(word) > 4]
        return all(word.lstrip("\"'“‘«„")[:1].isupper() for word in words) and len(words) < 8

    def _take_nominal(self, i: int, noun: CueWord, clause: Clause) -> None:
        """'her claim that the mint will close'."""
        end = content_end(self.s, clause.right, "object", self.lexicon)
        if end <= clause.right or clause.left < self.floor:
            return
        if not self.indirect and not any(clause.right <= x < end for x in self.s.atoms):
            return
        self._draft(i, noun, clause, [(clause.right, end)], "nominal")
        if clause.subject is None:
            governor = main_subject(self.s, i)
            self.drafts[-1].source = self._offsets(governor)
        self.floor = end

    def _take_after(self, i: int, verb: CueWord, clause: Clause) -> None:
        s = self.s
        content = content_after(s, clause.right, verb, self.lexicon)
        if content is not None and content.frame == "quote":
            content = self._colon_apart(i, verb, clause, content)
        if content is None or content.first < self.floor or content.first in self.claimed:
            return
        frame = content.frame
        end = content_end(
            s,
            content.first,
            frame,
            self.lexicon,
            subordinate=self._subordinate(clause),
            relative=self._relative(clause),
        )
        if end <= content.first:
            return
        if (
            frame == "quote"
            and verb.category == "writing"
            and content.first == clause.right
            and self._is_title(content.first)
        ):
            return
        pieces = [(content.first, end)]
        if self.indirect and verb.category != "belief" and end + 1 < s.count and s.bits[end] & p.COLON:
            if s.bits[end + 1] & p.ATOM and "quote" in verb.frames:
                # To say something and then to quote it is one act: 'Malika said the mint was old: "..."'
                pieces.append((end + 1, end + 2))
                end += 2
        marked = any(content.first <= x < end for x in s.atoms)
        if not marked and not self.indirect:
            return
        rule = "after" if frame == "quote" and content.first in s.atoms else "reported" if not marked else "clause"
        self._draft(i, verb, clause, pieces, rule, content.recipient).frame = frame
        self.floor = end

    def _colon_apart(self, i: int, verb: CueWord, clause: Clause, content: Content) -> Content | None:
        """'Malika believes that\'s unlikely: "No."': the clause is reported, and the colon introduces the quotation."""
        s = self.s
        if not s.bits[content.first - 1] & p.COLON or "clause" not in verb.frames:
            return content
        first = skip_adjuncts(s, clause.right)
        if not clause_follows(s, first, content.first - 1):
            return content
        if verb.category != "belief":
            # To say something and then to quote it is one act.
            return Content(first, "quote", content.recipient) if self.indirect else content
        if self.indirect:
            self._draft(i, verb, clause, [(first, content.first - 1)], "reported")
        self._plain(content.first, clause.subject, content.first - 1, "colon", ":")
        self.claimed.add(content.first)
        self.floor = content.first + 1
        return None

    def _relative(self, clause: Clause) -> bool:
        """Whether the clause's subject is a relative pronoun: '... who praised the plan'."""
        return clause.subject is not None and bool(self.s.bits[clause.subject[0]] & (p.RELATIVE | p.THAT))

    def _subordinate(self, clause: Clause) -> bool:
        """Whether the clause opens its sentence as a subordinate one: 'Although X condemned it, ...'."""
        bits = self.s.bits
        first = 1 if bits[0] & p.COORD else 0
        if clause.left and bits[clause.left - 1] & p.SUBORD and not bits[clause.left - 1] & p.PREP:
            return True
        opens = bits[first] & p.SUBORD and not bits[first] & p.DET
        return bool(opens) and not any(bits[x] & p.COMMA for x in range(first, clause.left))

    def _according(self, cues: list[tuple[int, CueWord, Clause]]) -> None:
        """'C, according to X' and 'According to X, C': nothing within C is an attribution of its own."""
        s = self.s
        for k in range(s.count - 1):
            if not words_accord(s, k):
                continue
            end = noun_phrase_after(s, k + 2)
            if end == k + 2 or (end == k + 3 and s.bits[k + 2] & p.NORM):
                continue
            if k == 0 or (s.bits[k - 1] & p.COORD and k == 1):
                if end + 1 >= s.count or not s.bits[end] & (p.COMMA | p.COLON):
                    continue
                first, last = end + 1, content_end(s, end + 1, "clause", self.lexicon)
            else:
                first, last = self.floor, k - 1 if s.bits[k - 1] & p.COMMA else k
                direct = [
                    clause.right for _, verb, clause in cues if clause.right < k and self._marked_before(clause, verb)
                ]
                first = max([first, *direct])
                while first < last and s.bits[first] & (p.COMMA | p.COORD | p.DASH):
                    first += 1
                if direct and s.bits[first] & (p.ADJUNCT | p.PREP | p.STOP):
                    continue
            if last <= first or self._overlaps(s.starts[first], s.ends[last - 1]):
                continue
            if not self.indirect and not any(first <= x < last for x in s.atoms):
                continue
            clause = Clause((k + 2, end), k, end, "according")
            draft = self._draft(k, _ACCORDING, clause, [(first, last)], "according")
            draft.cue = (s.starts[k], s.ends[k + 1])
            self.closed = range(first, max(last, end))

    def _overlaps(self, start: int, end: int) -> bool:
        return any(a < end and start < b for draft in self.drafts for a, b in draft.pieces)

    def _split_on(self) -> None:
        """'"A," X said, "B."': what goes on behind the clause belongs to the same quotation."""
        s = self.s
        for atom in s.atoms:
            if atom in self.claimed or atom == 0 or not self.drafts:
                continue
            sign = s.bits[atom - 1]
            owner = None
            for draft in self.drafts:
                if draft.rule in {"before", "tail", "after", "clause"} and draft.pieces[0][0] < s.starts[atom]:
                    owner = draft
            if owner is None:
                continue
            from_token = next(
                (
                    x
                    for x in range(s.count)
                    if s.starts[x] >= max(owner.pieces[-1][1], owner.cue[1] if owner.cue else 0)
                ),
                atom,
            )
            between = range(from_token, atom)
            if sign & (p.COMMA | p.COLON | p.DASH) and not any(
                s.bits[x] & p.CUE and s.bits[x] & (p.PAST | p.THIRD) for x in between
            ):
                owner.pieces.append((s.starts[atom], s.ends[atom]))
                owner.joins += 1
                self.claimed.add(atom)
            elif owner.rule == "before" and owner.clause_end <= atom:
                # The sentence goes on in plain words and ends in marks: '"A," X said, but that "B".'
                continue

    def _fallbacks(self) -> None:
        s = self.s
        for atom in s.atoms:
            if atom in self.claimed:
                continue
            if self._colon(atom) or self._unknown_verb_after(atom) or self._comma(atom):
                self.claimed.add(atom)

    def _plain(self, atom: int, subject: tuple[int, int] | None, cue: int, rule: str, lemma: str = "") -> bool:
        s = self.s
        self.drafts.append(
            Draft(
                [(s.starts[atom], s.ends[atom])],
                rule,
                cue=(s.starts[cue], s.ends[cue]),
                lemma=lemma or s.words[cue],
                category="speech",
                source=self._offsets(subject),
                sentence=s.number,
                paragraph=s.paragraph,
            )
        )
        return True

    def _colon(self, atom: int) -> bool:
        """'X is a specialist: "A"': a colon does for a verb of saying."""
        s = self.s
        if not atom or not s.bits[atom - 1] & p.COLON:
            return False
        last = atom - 2
        subject = self._label(last) or main_subject(s, atom - 1)
        if subject is None:
            return False
        return self._plain(atom, subject, atom - 1, "colon", ":")

    def _label(self, last: int) -> tuple[int, int] | None:
        """A name alone before a colon: 'The rate fell - Egor Panin and Malika Roe: "A"'."""
        s = self.s
        if last < 0 or not s.bits[last] & (p.CAPITAL | p.CLOSE):
            return None
        start = noun_phrase_before(s, last, self.floor)
        alone = not start or s.bits[start - 1] & (p.DASH | p.STOP | p.SEMICOLON | p.COMMA | p.ATOM)
        names = all(s.bits[x] & (p.CAPITAL | p.COORD | p.TITLE | p.OPEN | p.CLOSE) for x in range(start, last + 1))
        return (start, last + 1) if alone and names else None

    def _unknown_verb_after(self, atom: int) -> bool:
        """'"A," Roe smirked.': a quotation that ends in a comma, a subject, any verb."""
        s = self.s
        if not s.bits[atom] & p.SPOKEN or atom + 2 >= s.count or s.bits[atom + 1] & (p.RELATIVE | p.WH):
            return False
        bits = s.bits
        n = atom + 1
        if bits[n] & p.PRONOUN and bits[n + 1] & (p.ED | p.VERB | p.CUE):
            return self._plain(atom, (n, n + 1), n + 1, "unknown-verb")
        if bits[n] & p.ED and bits[n + 1] & (p.CAPITAL | p.DET):
            end = noun_phrase_after(s, n + 1)
            return self._plain(atom, (n + 1, end), n, "unknown-verb")
        if bits[n] & (p.CAPITAL | p.DET | p.TITLE | p.POSSESSIVE):
            for x in range(n + 1, min(s.count, n + 8)):
                if bits[x] & (p.ED | p.VERB | p.CUE) and not bits[x] & p.CAPITAL:
                    return self._plain(atom, (n, x), x, "unknown-verb")
                if not bits[x] & p.WORD or bits[x] & (p.AUX | p.WH):
                    return False
        return False

    def _comma(self, atom: int) -> bool:
        """'X put it plainly, "A"': a comma before a whole sentence in marks."""
        s = self.s
        if atom < 3 or not s.bits[atom - 1] & p.COMMA:
            return False
        start, end = s.starts[atom], s.ends[atom]
        words = self.view[start:end].split()
        if len(words) < 5 or sum(w[:1].isupper() for w in words) > len(words) // 2:
            return False
        if not self.view[start:end].lstrip("\"'“‘«„")[:1].isupper():
            return False
        subject = main_subject(s, atom - 1)
        if subject is None:
            return False
        return self._plain(atom, subject, subject[1] if subject[1] < atom else atom - 1, "comma")
