"""Credits: bylines, contributors, agencies, editors, and the initials of digest writers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import attrs

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.model import Credit, PartialDate, Span
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.forms import compile_form, slots_of
from uzru.parsing.layout.names import Gazetteer, Outlets, lower_capitals
from uzru.parsing.layout.styles import Style

__all__ = ["CreditReader", "Credited"]

_NAME_WORD = r"(?:(?![a-zß-öø-ÿ])[^\W\d_][\w'’ʻ`.-]{0,30})"
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|with|&)\s+|;\s*(?:and\s+)?|,\s*|\s+(?:and|with|&|\||und)\s+)\s*")
_AGENCY_SEPARATOR = re.compile(r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s+&\s+|\s+--\s+|\s+[–—|+]\s+)\s*")
_BRACKETED = re.compile(r"[(\[]\s*(.*?)\s*[)\]]\s*[.]?\s*", re.DOTALL)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_TRAILING = re.compile(r"[.!?…\"'”’)\]] ?([(\[][^()\[\]]{2,120}[)\]])\.?$")
_LONE = re.compile(r"[(\[]((?![a-z])[^\W\d_][\w.'’/-]{1,24}(?: (?![a-z])[^\W\d_][\w.'’/-]{1,24}){0,2})[)\]]\.?")
_INITIALS = re.compile(r"[.!?…\"'”’)] ?((?!(?:II|III|IV|VI|TV|US|UN|EU|UK)$)[A-Z]{2,3}(?:[/ ][A-Z]{2,3})?)$")
_SLOT = re.compile(r"\{\w+\}")
_FIRST = re.compile(r"[^\W_]+")
_LAST = re.compile(r"[^\W_]+$")
_SEGMENT = re.compile(
    r"\s*[;|]\s*|,\s+(?:and\s+)?(?=(?:[a-z]+ )?[a-z]+ing by )|\s+and\s+(?=[a-z]+ing by )", re.IGNORECASE
)
_CAPITAL_NAME = re.compile(
    r"(?:[^\W\d_a-z]{2,}(?:[.'’-][^\W\d_a-z]+)*\.? ){1,3}[^\W\d_a-z]{2,}(?:['’-][^\W\d_a-z]+)*(?= [^\W\d_a-z][^\W\d_A-Z])"
)
_PLAIN_PERSON = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}")
# A credit longer than this is prose.
_LONGEST = 420
# An unknown name of capitals only, if no longer, may stand for an outlet.
_ACRONYM = 9
# A list of outlets without brackets is no longer than this.
_BARE_LIST = 80


@attrs.frozen
class Credited:
    """What a credit line says.

    Attributes:
        kind: 'byline', 'contributors' or 'credit', as in `BlockKind`.
        people: who is credited, in order.
        date: a date that stands in the line.
        style: whose form it is, empty if many have it; None if the line is a mere list in brackets.
    """

    kind: str
    people: tuple[Credit, ...]
    date: PartialDate | None = None
    style: str | None = None


@attrs.frozen
class _Form:
    kind: str
    style: str
    role: str | None
    pattern: re.Pattern[str]
    slot: str
    day_first: bool
    form: str

    @property
    def fixed(self) -> int:
        """How many fixed characters it has."""
        return len(_SLOT.sub("", self.form))


class CreditReader:
    """Reads credit lines by the forms of all styles.

    >>> from uzru.parsing.layout.styles import load_styles
    >>> knowledge = Knowledge()
    >>> reader = CreditReader(knowledge, PageDates(knowledge), Gazetteer(knowledge), Outlets(knowledge), load_styles())
    >>> line = "(Malika Ortikova of Radio Nukus and correspondent Egor Panin contributed to this report.)"
    >>> for person in reader.read(line, 0).people:
    ...     print(person.name, "|", person.role, "|", person.organization)
    Malika Ortikova | None | Radio Nukus
    Egor Panin | correspondent | None
    """

    def __init__(
        self, knowledge: Knowledge, dates: PageDates, places: Gazetteer, outlets: Outlets, styles: Iterable[Style]
    ) -> None:
        self._dates = dates
        self._places = places
        self._outlets = outlets
        words = [row for row in knowledge.table("page-words") if row[1] in ("role", "particle")]
        self._roles = {word: value for word, kind, value in words if kind == "role"}
        self._series = frozenset(
            row[0] for row in knowledge.table("page-words") if row[1] in ("series", "month", "weekday")
        )
        particles = "|".join(sorted(word for word, kind, _ in words if kind == "particle"))
        # "Name", "Name of Outlet", "correspondent Name", "Outlet's correspondent Name", "Name in Place".
        self._particle_name = rf"{_NAME_WORD}(?: (?:(?:{particles}) )?{_NAME_WORD}){{0,4}}"
        roles = "|".join(sorted(self._roles, key=lambda word: (-len(word), word)))
        self._person = re.compile(
            rf"(?:(?P<before>(?:(?:the|a|an|our|its|special|former|senior|then)\s)*(?P<owner>[^,;]{{2,60}}?)\s)??"
            rf"(?P<role>(?:[a-z][\w-]*-based |[a-z]+ ){{0,2}}(?i:{roles})(?: (?i:{roles}))?)s?,? )?"
            rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{0,4}})"
            rf"(?: (?:of|from|for|at|with) (?P<of>.{{2,90}}?))?"
            rf"(?: (?:in|from) (?P<place>{_NAME_WORD}(?: {_NAME_WORD}){{0,3}}(?:,? (?:and )?{_NAME_WORD}){{0,2}}))?"
        )
        self._role_tail = re.compile(rf"(?:(?:an?|the|its|our) )?(?P<words>.{{0,60}}?(?i:\b(?:{roles})s?\b).{{0,60}})")
        self._named_role = re.compile(rf"(?i:\b(?:{roles}))s?$")
        self._owner_role = re.compile(rf"(?P<owner>[A-Z][A-Z/.-]{{1,12}}) (?P<role>(?:{roles}))s?")
        verbs = "|".join(sorted(row[0] for row in knowledge.table("page-words") if row[1] == "reporting"))
        self._reports = re.compile(
            rf"(?<!\w)(?P<owner>{_NAME_WORD}(?:/[A-Z]+)?(?:['’]s)?) (?:(?P<role>(?:{roles})) )?"
            rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}) (?:{verbs})(?!\w)"
        )
        self._of = re.compile(r"\b(?:of|for|with|at)\s+(.{2,80})$")
        forms: list[_Form] = []
        for style in styles:
            where = f"house style {style.name}"
            forms += [self._compile(form, None, "byline", style, where) for form in style.bylines]
            forms += [self._compile(form, None, "contributors", style, where) for form in style.contributors]
            forms += [self._compile(item.form, item.role, "credit", style, where) for item in style.credits]
        # A form that several styles have tells nothing of the style.
        times = Counter(form.form for form in forms)
        forms = [attrs.evolve(form, style="") if times[form.form] > 1 else form for form in forms]
        # The more fixed words a form has, the earlier it is tried; among equals the styles' order stands.
        forms.sort(key=lambda form: -form.fixed)
        self._first: dict[str, list[_Form]] = {}
        self._last: dict[str, list[_Form]] = {}
        self._other: list[tuple[str, _Form]] = []
        for form in forms:
            if word := _FIRST.match(form.form):
                self._first.setdefault(word[0].lower(), []).append(form)
            elif word := _LAST.search(form.form):
                self._last.setdefault(word[0].lower(), []).append(form)
            else:
                # Words in its midst tell such a form, or else the digits of a date at its end.
                middle = max(_SLOT.split(form.form), key=len).strip(" ,:")
                self._other.append((middle, form))

    def _compile(self, form: str, role: str | None, kind: str, style: Style, where: str) -> _Form:
        slots = slots_of(form)
        slot = "agencies" if "agencies" in slots else "names"
        if slot not in slots:
            raise KnowledgeError(f"{where}: {form!r} has neither {{names}} nor {{agencies}}")
        pattern = compile_form(form, where, self._dates.pattern, ignore_case=True)
        return _Form(kind, style.name, role, pattern, slot, style.day_first, form)

    def read(self, line: str, offset: int) -> Credited | None:
        """What this line credits, or None if it is no credit line.

        Args:
            line: one logical line.
            offset: where it begins in the text.
        """
        if len(line) > _LONGEST:
            return None
        core, at, bracketed = self._unwrap(line)
        if not bracketed and not self._candidates(core):
            return self._read_bare_list(core, offset + at)
        people: list[Credit] = []
        first: _Form | None = None
        date = None
        for start, end in self._segments(core):
            found = self._read_segment(core[start:end], offset + at + start)
            if found is None:
                if first is None:
                    break
                continue
            form, named, day = found
            first = first or form
            date = date or day
            people.extend(named)
        if first is not None:
            return Credited(first.kind, tuple(people), date, first.style)
        if bracketed and len(core) < 60:
            owner, title = self._split_owner(core)
            if not owner and (match := self._owner_role.fullmatch(core)):
                owner, title = match["owner"], match["role"]
            if owner:
                span = Span(offset + at, offset + at + len(core))
                return Credited("credit", (Credit(name=owner, role=title, span=span),))
        if bracketed and (agencies := self.agencies(core, offset + at)):
            return Credited("credit", agencies)
        return None

    def _read_bare_list(self, core: str, offset: int) -> Credited | None:
        """'Reuters, AP, AFP' without brackets: outlets that are all known, and more than one."""
        if len(core) > _BARE_LIST or not ("," in core or "/" in core) or self._outlets.knows(core):
            return None
        found = self.agencies(core, offset)
        if len(found) < 2 or not all(self._outlets.knows(credit.name) for credit in found):
            return None
        return Credited("credit", found)

    @staticmethod
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

    @staticmethod
    def _segments(core: str) -> Iterable[tuple[int, int]]:
        at = 0
        for match in _SEGMENT.finditer(core):
            yield at, match.start()
            at = match.end()
        yield at, len(core)

    def _candidates(self, segment: str) -> list[_Form]:
        """The forms that a line may have, by its first and its last word."""
        found = self._first.get(segment.split(" ", 1)[0].lower().rstrip(":"), [])
        if more := self._last.get(segment.rsplit(" ", 1)[-1].lower()):
            found = [*found, *more]
        for words, form in self._other:
            if words in segment if words else segment[-1:].isdigit():
                found = [*found, form]
        return found

    def _read_segment(self, segment: str, offset: int) -> tuple[_Form, tuple[Credit, ...], PartialDate | None] | None:
        for form in self._candidates(segment):
            match = form.pattern.fullmatch(segment)
            if match is None:
                continue
            words, at = match[form.slot], offset + match.start(form.slot)
            date = self._dates.read(match["date"], day_first=form.day_first) if "date" in match.groupdict() else None
            if "text" in match.groupdict() and (found := self._dates.find(match["text"])):
                date = self._dates.read(found[2], day_first=form.day_first)
            if form.slot == "agencies":
                people = self.agencies(words, at, certain=True)
            else:
                people = self.people(words, at, form.role)
                if "place" in match.groupdict():
                    place = match["place"]
                    people = tuple(attrs.evolve(person, place=person.place or place) for person in people)
            if people and (form.form[0] != "{" or form.kind != "byline" or self._are_plain(people)):
                return form, people, date
        return None

    def _are_plain(self, people: tuple[Credit, ...]) -> bool:
        """Whether these are first and last names and nothing else, as they must be where no word says 'by'."""
        return all(
            _PLAIN_PERSON.fullmatch(person.name)
            and person.place is None
            and person.role is None
            and len(person.span) <= len(person.name) + 1
            and not self._places.is_country(person.name)
            and not any(word.lower() in self._series for word in person.name.split())
            for person in people
        )

    # Outlets

    def agencies(self, words: str, offset: int, *, certain: bool = False) -> tuple[Credit, ...]:
        """The outlets in a list of them; empty if something in it is none.

        Args:
            words: the list, such as 'Reuters, AP, AFP' or 'AP/Reuters'.
            offset: where it begins in the text.
            certain: whether the words around it say that it is such a list.
        """
        found: list[Credit] = []
        at = 0
        prefix = re.match(r"(?i:with|from|source:|sources:)\s+", words)
        if prefix:
            at = prefix.end()
            certain = True
        known = False
        for start, end in self._parts(words, at):
            name = words[start:end]
            if not self._is_outlet_name(name, certain) and not (name.isalpha() and name.islower() and len(name) < 5):
                return ()
            known = (
                known or self._outlets.knows(name) or self._outlets.has_desk_word(name) or bool(_DOMAIN.fullmatch(name))
            )
            clean = name.removeprefix("the ")
            found.append(Credit(name=clean, span=Span(offset + end - len(clean), offset + end)))
        names = [credit.name for credit in found]
        acronyms = all(name.isupper() and len(name) <= _ACRONYM for name in names)
        plausible = known or acronyms or (len(names) > 1 and not any(name.islower() for name in names))
        return tuple(found) if certain or plausible else ()

    def _parts(self, words: str, at: int) -> Iterable[tuple[int, int]]:
        ends = [(match.start(), match.end()) for match in _AGENCY_SEPARATOR.finditer(words, at)]
        for stop, following in [*ends, (len(words), len(words))]:
            part = words[at:stop]
            if part:
                yield from self._slashed(part, at, listed=bool(ends))
            at = following

    def _slashed(self, part: str, at: int, listed: bool) -> Iterable[tuple[int, int]]:
        """'AP/Reuters' as two outlets; in a list with commas the slash of an unknown name is its own."""
        whole = "/" not in part or self._outlets.knows(part) or self._outlets.is_desk(part) or "://" in part
        if whole or (listed and not any(self._outlets.knows(piece.strip()) for piece in part.split("/"))):
            yield at, at + len(part)
            return
        pieces = part.split("/")
        # 'RFE/RL/AP': an outlet's own slash binds closer.
        index = 0
        while index < len(pieces):
            size = 1
            for wider in (3, 2):
                if self._outlets.knows("/".join(pieces[index : index + wider])) and index + wider <= len(pieces):
                    size = wider
                    break
            piece = "/".join(pieces[index : index + size])
            core = piece.strip()
            if core:
                start = at + len(piece) - len(piece.lstrip())
                yield start, start + len(core)
            at += len(piece) + 1
            index += size

    def _is_outlet_name(self, name: str, certain: bool) -> bool:
        if self._outlets.knows(name) or self._outlets.is_desk(name) or _DOMAIN.fullmatch(name):
            return True
        words = name.split()
        if not words or len(words) > 6 or not any(letter.isupper() for letter in name):
            return False
        if any(sign in name for sign in '"“”:!?'):
            return False
        lower = [word for word in words if word[0].islower()]
        return not lower or (certain and len(words) <= 3) or all(len(word) <= 3 for word in lower)

    # People

    def people(self, words: str, offset: int, role: str | None = None) -> tuple[Credit, ...]:
        """The people in a list of them; empty if it is no such list."""
        words = words.rstrip(" ,")
        found: list[Credit] = []
        at = 0
        stops = [(match.start(), match.end()) for match in _SEPARATOR.finditer(words)]
        for stop, following in [*stops, (len(words), len(words))]:
            part = words[at:stop]
            begin, at = at, following
            if not part or self._joined(found, part):
                continue
            if found and self._is_lone_word(part) and " " in found[-1].name and words[begin - 2 : begin] == ", ":
                found[-1] = attrs.evolve(
                    found[-1], place=found[-1].place or part, span=Span(found[-1].span.start, offset + stop)
                )
                continue
            credit = self._read_person(part, offset + begin, role)
            if credit is None:
                if not found:
                    return ()
                found[-1] = self._append(found[-1], part, offset + begin)
            else:
                found.append(credit)
        return tuple(self._share(words, offset, found))

    def _is_lone_word(self, part: str) -> bool:
        """Whether a part is one word that begins with a capital: behind a full name and a comma that is a place."""
        return part.isalpha() and part.istitle() and not self._outlets.knows(part) and part.lower() not in self._roles

    def _joined(self, found: list[Credit], part: str) -> bool:
        return bool(found) and part.lower() in ("jr", "jr.", "sr", "sr.", "ii", "iii")

    def _append(self, person: Credit, part: str, at: int) -> Credit:
        """The person with what an apposition says: a role, an outlet or a place."""
        span = Span(person.span.start, at + len(part))
        words = part.split(" ")
        for size in range(1, len(words)):
            if words[size - 1].lower() in self._roles and self._outlets.knows(" ".join(words[size:])):
                part = " ".join(words[:size])
                break
        if self._places.is_city(part) or self._places.is_country(part):
            return attrs.evolve(person, place=person.place or part, span=span)
        if self._role_tail.fullmatch(part):
            outlet = self._of.search(part)
            role = part[: outlet.start()].strip() if outlet else part
            role = re.sub(r"^(?:an?|the|its|our) ", "", role)
            owner, role = self._split_owner(role)
            return attrs.evolve(
                person,
                role=person.role or role or None,
                organization=person.organization or (outlet[1] if outlet else owner),
                span=span,
            )
        if self._outlets.knows(part) or self._outlets.has_desk_word(part):
            return attrs.evolve(person, organization=person.organization or part, span=span)
        return person

    def _split_owner(self, words: str) -> tuple[str | None, str]:
        """'Associated Press writer' as the outlet and the role."""
        tokens = words.split()
        if len(tokens) > 2 and tokens[-1].lower() in self._roles:
            for index in range(len(tokens) - 1, 0, -1):
                head = " ".join(tokens[:index]).removesuffix("'s").removesuffix("’s")
                if self._outlets.knows(head):
                    return head, self._lower_role(tokens[index:])
        for index in range(1, len(tokens)):
            head = " ".join(tokens[:index])
            if all(
                token.lower().rstrip("s") in self._roles or token.lower() in self._roles for token in tokens[index:]
            ):
                if self._outlets.knows(head.removesuffix("'s").removesuffix("’s")) or self._outlets.has_desk_word(head):
                    return head.removesuffix("'s").removesuffix("’s"), " ".join(tokens[index:]).lower()
        return None, words

    def _lower_role(self, tokens: list[str]) -> str:
        return " ".join(token.lower() if token.lower() in self._roles else token for token in tokens)

    def _read_person(self, part: str, offset: int, role: str | None) -> Credit | None:
        span = Span(offset, offset + len(part))
        if self._outlets.knows(part) or self._outlets.is_desk(part):
            return Credit(name=part, span=span, role=role)
        if self._places.is_city(part) and " " not in part:
            return None
        if (length := self._name_before_outlet(part)) and (person := self._read_person(part[:length], offset, role)):
            return self._append(person, part[length + 1 :], offset + length + 1)
        if self._named_role.search(part) and not re.match(r"(?:an?|the) ", part):
            owner, _ = self._split_owner(part)
            if owner:
                return None
        match = self._person.fullmatch(part)
        if match is None or (part[0].islower() and not match["role"]):
            return None
        name = match["name"]
        title = match["role"]
        owner = (match["owner"] or "").removesuffix("'s").removesuffix("’s").strip() or None
        outlet, place = match["of"], match["place"]
        if outlet and " in " in outlet and not place:
            outlet, _, place = outlet.partition(" in ")
        if outlet and self._places.is_city(outlet):
            outlet, place = None, place or outlet
        if title:
            title = " ".join(self._roles.get(word.lower(), word) for word in title.split())
        if self._named_role.search(name) and not title:
            return None
        if (owner and "’s" in (match["owner"] or "")) or (owner and "'s" in (match["owner"] or "")):
            owner = match["owner"].strip()
            owner = owner.removesuffix("'s").removesuffix("’s")
        return Credit(
            name=lower_capitals(name), span=span, role=title or role, organization=outlet or owner, place=place
        )

    def _name_before_outlet(self, part: str) -> int:
        """The length of a name that an outlet follows: 'NEIL ASHDOWN Associated Press Writer', 'Neil Ashdown BBC News'."""
        if capitals := _CAPITAL_NAME.match(part):
            return capitals.end()
        words = part.split(" ")
        for size in range(2, min(4, len(words))):
            if self._outlets.knows(" ".join(words[size:])):
                return len(" ".join(words[:size]))
        return 0

    def _share(self, words: str, offset: int, found: list[Credit]) -> Iterable[Credit]:
        """'A and B of C': both are of C; 'correspondents A and B': both are correspondents."""
        for index, person in enumerate(found):
            if index and person.role is None and person.organization is None:
                before = found[index - 1]
                first = words[before.span.start - offset : before.span.end - offset].lower()
                plural = any(f"{word}s " in first for word in self._roles if not word.endswith("s"))
                if before.role and plural:
                    found[index] = attrs.evolve(person, role=before.role, organization=before.organization)
        for index in range(len(found) - 2, -1, -1):
            person, after = found[index], found[index + 1]
            between = words[person.span.end - offset : after.span.start - offset]
            if (
                after.place
                and between.strip() in ("and", "&")
                and not (person.place or person.organization or person.role)
            ):
                found[index] = attrs.evolve(person, place=after.place)
        last = found[-1] if found else None
        if last is not None and last.organization and len(found) > 1:
            tail = words[last.span.start - offset :]
            if (
                re.search(r" (?:of|from|at|with) ", tail)
                and all(p.organization is None and p.role is None for p in found[:-1])
                and last.role is None
            ):
                found = [attrs.evolve(person, organization=last.organization) for person in found]
        return found

    def lone(self, line: str, offset: int) -> Credited | None:
        """A short name in brackets that nobody knows, as the credit that it is where a report ends with it."""
        match = _LONE.fullmatch(line)
        if (
            match is None
            or (match[1].isupper() and " " in match[1])
            or any(word.lower() in self._series or word.lower() in self._roles for word in match[1].split())
        ):
            return None
        span = Span(offset + match.start(1), offset + match.end(1))
        return Credited("credit", (Credit(name=match[1], span=span),))

    def reporter(self, summary: str, offset: int) -> Credit | None:
        """Who a summary says reports: 'RFE/RL's Joan Tregear reports that ...', 'RFE/RL correspondent Egor Panin has the story'."""
        for match in self._reports.finditer(summary):
            outlet = match["owner"].removesuffix("'s").removesuffix("’s")
            if self._outlets.knows(outlet) or "/" in outlet or outlet.isupper():
                span = Span(offset + match.start(), offset + match.end("name"))
                return Credit(name=match["name"], span=span, role=match["role"], organization=outlet)
        return None

    # Ends of lines

    def trailing(self, line: str, offset: int, *, lone: bool = False) -> tuple[int, Credited] | None:
        """The credit that stands behind the last sentence of a line: its index in the line and what it says.

        Args:
            line: the line.
            offset: where it begins in the text.
            lone: whether a single name that nobody knows counts, as at the end of a digest's item.
        """
        match = _TRAILING.search(line[-140:])
        if match is None:
            return None
        at = max(0, len(line) - 140) + match.start(1)
        credited = self.read(line[at:], offset + at)
        if credited is None and lone:
            credited = self.lone(line[at:].rstrip("."), offset + at)
        return (at, credited) if credited is not None else None

    def initials(self, line: str, offset: int) -> tuple[int, Credited] | None:
        """The writer's initials behind the last sentence of a line: their index in the line and what they say."""
        match = _INITIALS.search(line[-12:])
        if match is None:
            return None
        at = len(line) - len(line[-12:]) + match.start(1)
        credit = Credit(name=match[1], span=Span(offset + at, offset + len(line)))
        return at, Credited("credit", (credit,))
