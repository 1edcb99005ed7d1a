"""People in credits: names with their roles, outlets and places, by one small grammar."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Credit, Span
from uzru.parsing.late import late
from uzru.parsing.layout.names import Gazetteer, Outlets, lower_capitals

__all__ = ["PeopleReader"]

_WORD = r"(?:(?![a-zß-öø-ÿ])[^\W\d_][\w'’ʻ`.-]{0,30})"
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|with|&)\s+|;\s*(?:and\s+)?|,\s*|\s+(?:and|with|&|\||und)\s+)\s*")
# 'NEIL ASHDOWN Associated Press Writer': capitals end where the name does.
_CAPITALS = r"[^\W\d_a-z]{2,}(?:['’-][^\W\d_a-z]+)*"
_CAPITAL_NAME = re.compile(rf"(?:{_CAPITALS}\.? ){{1,3}}{_CAPITALS}(?= [^\W\d_a-z][^\W\d_A-Z])")
_PLAIN_NAME = late(rf"{_WORD}(?: {_WORD}){{1,3}}")
_OF = late(r"\b(?:of|for|with|at)\s+(.{2,80})$")
_OWNED = re.compile(r"(?:[Tt]he )?([^\W\d_][^\s,;]{1,20}(?: [A-Z][^\s,;]{1,20}){0,2})['’]s ")
# Somebody without a name is called by no more words than this.
_NAMELESS = 4
_ARTICLE = re.compile(r"^(?:an?|the|its|our) ")
_LAST_WORD = re.compile(r"[^\W_]+$")
_GENERATION = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii"))


def _bare(owner: str) -> str:
    """A possessor without its ending."""
    return owner.strip().removesuffix("'s").removesuffix("’s")


class PeopleReader:
    """Reads lists of people: 'Name', 'Name of Outlet', 'Name in Place', 'Outlet's correspondent Name', 'Name, role'.

    >>> knowledge = Knowledge()
    >>> reader = PeopleReader(knowledge, Gazetteer(knowledge), Outlets(knowledge))
    >>> for person in reader.read("Malika Ortikova of Radio Nukus, and correspondent Egor Panin in Omsk", 0):
    ...     print(person.name, person.role, person.organization, person.place, sep=" | ")
    Malika Ortikova | None | Radio Nukus | None
    Egor Panin | correspondent | None | Omsk
    """

    def __init__(self, knowledge: Knowledge, places: Gazetteer, outlets: Outlets) -> None:
        self._places = places
        self._outlets = outlets
        rows = knowledge.table("page-words")
        self._roles = {word: value for word, kind, value in rows if kind == "role"}
        self._no_names = frozenset(word for word, kind, _ in rows if kind in ("series", "month", "weekday"))
        self._either_role = roles = "|".join(sorted(self._roles, key=lambda word: (-len(word), word)))
        self._has_role = late(rf"(?i:\b(?:{roles})s?\b)")
        self._verbs = "|".join(sorted(row[0] for row in rows if row[1] == "reporting"))

    @cached_property
    def _person(self) -> re.Pattern[str]:
        roles = self._either_role
        return re.compile(
            rf"(?:(?:(?:the|a|an|our|its|special|former|senior|then)\s)*(?:(?P<owner>[^,;]{{2,60}}?)\s)??"
            rf"(?P<role>(?:[a-z][\w-]*-based |[a-z]+ ){{0,2}}(?i:{roles})(?: (?i:{roles}))?)s?,? )?"
            rf"(?P<name>{_WORD}(?: {_WORD}){{0,4}})"
            rf"(?: (?:of|from|for|at|with) (?P<of>.{{2,90}}?))?"
            rf"(?: (?:in|from) (?P<place>{_WORD}(?: {_WORD}){{0,3}}(?:,? (?:and )?{_WORD}){{0,2}}))?"
            rf"(?: (?:for|of) (?P<behind>{_WORD}.{{1,60}}))?"
        )

    @cached_property
    def _plural(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(sorted(role for role in self._roles if role.endswith('s')))}) ")

    @cached_property
    def _owner_role(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<owner>[A-Z][A-Z/.-]{{1,12}}) (?P<role>(?:{self._either_role}))s?")

    @cached_property
    def _reports(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?P<owner>{_WORD}(?:/[A-Z]+)?(?:['’]s)?) (?:(?P<role>(?:{self._either_role})) )?"
            rf"(?P<name>{_WORD}(?: {_WORD}){{1,2}}) (?:{self._verbs})(?!\w)"
        )

    # Lists

    def read(self, words: str, offset: int, role: str | None = None) -> tuple[Credit, ...]:
        """The people in a list of them; empty if it does not begin with one.

        Args:
            words: the list.
            offset: where it begins in the text.
            role: the role of those for whom the list gives none.
        """
        words = words.rstrip(" ,")
        if (whole := self._read_whole(words, offset)) is not None:
            return (whole,)
        found: list[Credit] = []
        at = 0
        stops = [(match.start(), match.end()) for match in _SEPARATOR.finditer(words)]
        for stop, following in [*stops, (len(words), len(words))]:
            part, begin, at = words[at:stop], at, following
            if not part or (found and part.lower() in _GENERATION):
                continue
            if found and words[begin - 2 : begin] == ", " and self._is_place_behind(found[-1], part):
                span = Span(found[-1].span.start, offset + stop)
                found[-1] = attrs.evolve(found[-1], place=found[-1].place or part, span=span)
            elif found and words[begin - 2 : begin] == ", " and self._is_outlet_behind(found[-1], part):
                found[-1] = self._append(found[-1], part, offset + begin)
                self._share_behind(found)
            elif (person := self._read_person(part, offset + begin, role)) is not None:
                found.append(person)
            elif found:
                found[-1] = self._append(found[-1], part, offset + begin)
            else:
                return ()
        self._share_role(words, offset, found)
        self._share_place(words, offset, found)
        return tuple(self._share_outlet(words, offset, found))

    def are_plain(self, people: tuple[Credit, ...]) -> bool:
        """Whether these are first and last names and nothing else, as they must be where no word says 'by'."""
        return all(
            _PLAIN_NAME.fullmatch(person.name)
            and person.place is None
            and person.role is None
            and len(person.span) <= len(person.name) + 1
            and not self._places.is_country(person.name)
            and not self.is_no_name(person.name)
            for person in people
        )

    def is_no_name(self, words: str) -> bool:
        """Whether one of the words is none of a name: a month, a weekday, 'Report', a role."""
        return any(word.lower() in self._no_names or word.lower() in self._roles for word in words.split())

    def _is_place_behind(self, person: Credit, part: str) -> bool:
        """Whether a part is one word that begins with a capital: behind a full name and a comma that is a place."""
        alone = part.isalpha() and part.istitle() and " " in person.name
        return alone and not self._outlets.knows(part) and part.lower() not in self._roles

    def _read_whole(self, words: str, offset: int) -> Credit | None:
        """A list that is one: 'RFE/RL's Uzbek and Tajik services', or somebody without a name."""
        parts = [part for part in _SEPARATOR.split(words) if part]
        joined = len(parts) > 1 and not all(self._is_outlet(part) for part in parts)
        if joined and self._outlets.is_desk(words):
            return Credit(name=words, span=Span(offset, offset + len(words)))
        return self._read_nameless(words, offset) if len(parts) == 1 else None

    def _is_outlet_behind(self, person: Credit, part: str) -> bool:
        """Whether a part is an outlet behind a person and a comma: it is his."""
        return " " in person.name and self._is_outlet(part) and not self._is_outlet(person.name)

    def _is_outlet(self, name: str) -> bool:
        return self._outlets.knows(name) or self._outlets.is_desk(name)

    @staticmethod
    def _share_behind(found: list[Credit]) -> None:
        """'A and B, C': both are of C."""
        for index in range(len(found) - 2, -1, -1):
            if found[index].organization or found[index].role or found[index].place:
                break
            found[index] = attrs.evolve(found[index], organization=found[-1].organization)

    # One person

    def _read_person(self, part: str, offset: int, role: str | None) -> Credit | None:
        span = Span(offset, offset + len(part))
        if self._is_outlet(part):
            return Credit(name=part, span=span, role=role)
        if part.startswith("The ") or (" " not in part and self._places.is_city(part)):
            return None
        if (length := self._name_before_outlet(part)) and (person := self._read_person(part[:length], offset, role)):
            return self._append(person, part[length + 1 :], offset + length + 1)
        if (person := self._read_behind_outlet(part, span)) is not None:
            return person
        if (person := self._read_owned(part, offset)) is not None:
            return person
        if self._ends_in_role(part) and not _ARTICLE.match(part) and self.split_owner(part)[0]:
            return None
        match = self._person.fullmatch(part)
        if match is None or (part[0].islower() and not match["role"]):
            return None
        title = match["role"]
        if self._ends_in_role(match["name"]) and not title:
            return None
        outlet, place = match["of"] or match["behind"], match["place"]
        if outlet and " in " in outlet and not place:
            outlet, _, place = outlet.partition(" in ")
        if outlet and self._places.is_city(outlet):
            outlet, place = None, place or outlet
        return Credit(
            name=lower_capitals(match["name"]),
            span=span,
            role=self._singular(title) if title else role,
            organization=outlet or _bare(match["owner"] or "") or None,
            place=place,
        )

    def _read_behind_outlet(self, part: str, span: Span) -> Credit | None:
        """'RFE/RL's Uzbek Service correspondent Malika Ortikova'."""
        words = part.split(" ")
        for index in range(1, len(words) - 1):
            if words[index] not in self._roles:
                continue
            owner, name = _bare(" ".join(words[:index])), " ".join(words[index + 1 :])
            if _PLAIN_NAME.fullmatch(name) and (self._outlets.knows(owner) or self._outlets.has_desk_word(owner)):
                return Credit(
                    name=lower_capitals(name), span=span, role=self._singular(words[index]), organization=owner
                )
        return None

    def _read_owned(self, part: str, offset: int) -> Credit | None:
        """'the BBC's Neil Ashdown in Almaty'."""
        match = _OWNED.match(part)
        if match is None or not (self._outlets.knows(match[1]) or match[1].isupper()):
            return None
        person = self._person.fullmatch(part, match.end())
        if person is None or person["owner"] or " " not in person["name"]:
            return None
        return Credit(
            name=lower_capitals(person["name"]),
            span=Span(offset, offset + len(part)),
            role=self._singular(person["role"]) if person["role"] else None,
            organization=match[1],
            place=person["place"] or person["of"],
        )

    def _read_nameless(self, words: str, offset: int) -> Credit | None:
        """'an IWPR contributor in Tashkent', 'Our Correspondent': nobody is named but the outlet or the office."""
        core, _, place = words.partition(" in ")
        outlet, role = self.outlet_role(_ARTICLE.sub("", core, count=1))
        if not self._ends_in_role(core) or len(core.split()) > _NAMELESS:
            return None
        span = Span(offset, offset + len(words))
        return Credit(name=outlet or core, span=span, role=role if outlet else None, place=place or None)

    def _name_before_outlet(self, part: str) -> int:
        """The length of a name that an outlet follows: 'NEIL ASHDOWN Associated Press', 'Neil Ashdown BBC News'."""
        if capitals := _CAPITAL_NAME.match(part):
            return capitals.end()
        words = part.split(" ")
        for size in range(2, min(4, len(words))):
            if self._outlets.knows(" ".join(words[size:])):
                return len(" ".join(words[:size]))
        return 0

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
        if self._has_role.search(part):
            outlet = _OF.search(part)
            role = _ARTICLE.sub("", part[: outlet.start()].strip() if outlet else part, count=1)
            owner, role = self.split_owner(role)
            organization = person.organization or (outlet[1] if outlet else owner)
            return attrs.evolve(person, role=person.role or role or None, organization=organization, span=span)
        if self._outlets.knows(part) or self._outlets.has_desk_word(part):
            return attrs.evolve(person, organization=person.organization or part, span=span)
        return person

    def split_owner(self, words: str) -> tuple[str | None, str]:
        """'Associated Press writer' as the outlet and the role; no outlet if there is none."""
        tokens = words.split()
        last = len(tokens) - 1
        if last < 1 or not self._is_role(tokens[last]):
            return None, words
        for index in range(last, 0, -1):
            owner = _bare(" ".join(tokens[:index]))
            roles_only = all(self._is_role(token) for token in tokens[index:])
            if self._outlets.knows(owner) or (roles_only and self._outlets.has_desk_word(owner)):
                return owner, " ".join(token.lower() if self._is_role(token) else token for token in tokens[index:])
        return None, words

    def outlet_role(self, words: str) -> tuple[str | None, str]:
        """The same where brackets stand around it: an unknown name in capitals is an outlet too."""
        owner, role = self.split_owner(words)
        if owner is None and (match := self._owner_role.fullmatch(words)):
            return match["owner"], match["role"]
        return owner, role

    def _ends_in_role(self, words: str) -> bool:
        """Whether the last word is that of a role: 'correspondent', 'vice-editor'."""
        last = _LAST_WORD.search(words)
        return last is not None and self._is_role(last[0])

    def _is_role(self, word: str) -> bool:
        return word.lower() in self._roles or word.lower().rstrip("s") in self._roles

    def _singular(self, title: str) -> str:
        return " ".join(self._roles.get(word.lower(), word) for word in title.split())

    # What several share

    def _share_role(self, words: str, offset: int, found: list[Credit]) -> None:
        """'Correspondents A and B': both are correspondents."""
        giver: Credit | None = None
        for index, person in enumerate(found):
            if person.role is not None:
                said = words[person.span.start - offset : person.span.end - offset].lower()
                giver = person if self._plural.search(said) else None
            elif giver is not None and person.organization is None:
                found[index] = attrs.evolve(person, role=giver.role, organization=giver.organization)

    @staticmethod
    def _share_place(words: str, offset: int, found: list[Credit]) -> None:
        """'A and B in C': both are in C."""
        for index in range(len(found) - 2, -1, -1):
            person, after = found[index], found[index + 1]
            between = words[person.span.end - offset : after.span.start - offset].strip()
            if after.place and between in ("and", "&") and not (person.place or person.organization or person.role):
                found[index] = attrs.evolve(person, place=after.place)

    @staticmethod
    def _share_outlet(words: str, offset: int, found: list[Credit]) -> list[Credit]:
        """'A and B of C': both are of C."""
        if len(found) < 2:
            return found
        last = found[-1]
        behind = re.search(r" (?:of|from|at|with) ", words[last.span.start - offset :])
        bare = all(person.organization is None and person.role is None for person in found[:-1])
        if behind and bare and last.organization and last.role is None:
            return [attrs.evolve(person, organization=last.organization) for person in found]
        return found

    # Summaries

    def reporter(self, summary: str, offset: int) -> Credit | None:
        """Who a summary says reports: 'RFE/RL's Joan Tregear reports', 'RFE/RL correspondent Egor Panin has more'."""
        for match in self._reports.finditer(summary):
            outlet = _bare(match["owner"])
            if self._outlets.knows(outlet) or "/" in outlet or outlet.isupper():
                span = Span(offset + match.start(), offset + match.end("name"))
                return Credit(name=match["name"], span=span, role=match["role"], organization=outlet)
        return None
