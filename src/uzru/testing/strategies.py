"""Hypothesis strategies for news-like text, right and wrong."""

from __future__ import annotations

from uzru.errors import MissingExtraError
from uzru.testing.report import make_report

try:
    from hypothesis import strategies as st
except ImportError as error:  # pragma: no cover - the tests need hypothesis themselves
    raise MissingExtraError("uzru.testing needs hypothesis; install it with: pip install 'uzru[test]'") from error

__all__ = [
    "datelines",
    "names",
    "news_texts",
    "odd_characters",
    "quotations",
    "reports",
    "sentences",
    "spoiled",
]

_FIRST = ("Malika", "Egor", "Neil", "Joan", "Shirin", "Abdulla", "Gulnoza", "Jean-Luc", "Ng", "O'Brien")
_LAST = ("Ortikova", "Panin", "Ashdown", "al-Tregear", "van der Berg", "Annayev", "Mirzoyoev", "Lee")
_TITLES = ("", "", "", "President ", "Foreign Minister ", "analyst ", "Mr. ", "Uzbek President ", "Gen. ")
_CITIES = ("Brno", "NUKUS", "Omsk", "ALMATY", "Khorog and Naryn", "Astana, Kazakhstan", "Washington", "Moscow")
_DAYS = (
    "9 July 2002",
    "July 3, 2006",
    "May 30",
    "2 December 2005",
    "yesterday",
    "on Monday",
    "last year",
    "31 June 9999",
)
_AGENCIES = ("RFE/RL", "Reuters", "RIA Novosti", "AP", "Interfax")
_ENDS = (" -- ", " - ", " — ", " – ", ". ", ": ")
_VERBS = ("said", "told reporters", "warned", "believes", "wrote", "announced", "denied", "asked", "signed", "arrested")
_CLAUSES = (
    "the mint will close",
    "troops have left the border",
    "Uzbekistan and Russia signed a treaty",
    "47 people were killed in the attack",
    "the talks [in Nukus] failed....",
    "'this is no answer'",
    "prices rose 5'10\" in the 1990s",
    "(Reuters, AP)",
)
_MARKS = (('"', '"'), ("“", "”"), ("''", "''"), ("«", "»"), ("„", "“"), ('"', "”"), ("“", ""), ("", '"'), ("'", "'"))
_ORDERS = ("{0} {1} {2}.", "{1} {2}: {0}", "{1} {2} {0}", "{0} {2} {1}.", "{0}", "{1}: {0}", "{0} he {2}. {0}")
_FRAMES = (
    "Accessibility links",
    "RELATED ARTICLES",
    "By Malika Ortikova",
    "RFE/RL:",
    "Egor Panin: Yes.",
    "ALSO READ: A",
    "BREAKING HEADS: One",
)
_GAPS = ("\n", "\n\n", "\n\n\n", "\r\n\r\n", " ", "\u2028", "\n \n")

odd_characters: st.SearchStrategy[str] = st.sampled_from(
    [
        "\x00",
        "\x07",
        "\x1b[31m",
        "\u00a0",
        "\u00ad",
        "\u0301",
        "\u200b",
        "\u200f",
        "\u202e",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\ud800",
        "\udfff",
        "\U0001f600",
        "\u0130",
        "ß",
        "ﬁ",
        "Ташкент",
        "شاهد",
        "&quot;",
        "\x85",
        "\x0b",
    ]
)
"""What breaks careless code: NUL, escapes, blanks of every kind, bidi controls, combining marks, lone surrogates."""


def names() -> st.SearchStrategy[str]:
    """Names of persons, some with a title.

    >>> names().example()  # doctest: +SKIP
    'Foreign Minister Egor Panin'
    """
    return st.builds("{}{} {}".format, st.sampled_from(_TITLES), st.sampled_from(_FIRST), st.sampled_from(_LAST))


def datelines() -> st.SearchStrategy[str]:
    """Datelines, right and wrong.

    >>> datelines().example()  # doctest: +SKIP
    'Brno, 9 July 2002 (RFE/RL) -- '
    """
    return st.builds(
        "{}, {} ({}){}".format,
        st.sampled_from(_CITIES),
        st.sampled_from(_DAYS),
        st.sampled_from(_AGENCIES),
        st.sampled_from(_ENDS),
    )


def quotations() -> st.SearchStrategy[str]:
    """Sentences with words in marks of every style: paired, broken, and one pair within another.

    >>> quotations().example()  # doctest: +SKIP
    '“the mint will close,” Egor Panin said.'
    """
    clause = st.one_of(
        st.sampled_from(_CLAUSES),
        st.builds(lambda marks, said: f"he {marks[0]}said{marks[1]} {said}", st.sampled_from(_MARKS), names()),
    )
    return st.builds(
        lambda marks, said, name, verb, order: order.format(f"{marks[0]}{said},{marks[1]}", name, verb),
        st.sampled_from(_MARKS),
        clause,
        names(),
        st.sampled_from(_VERBS),
        st.sampled_from(_ORDERS),
    )


def sentences() -> st.SearchStrategy[str]:
    """Sentences of news: quotations, reports, and words with odd characters among them."""
    reported = st.builds(
        "{} {} that {} {}.".format,
        names(),
        st.sampled_from(_VERBS),
        st.sampled_from(_CLAUSES),
        st.sampled_from(_DAYS),
    )
    odd = st.builds("{}{}{}".format, st.sampled_from(_CLAUSES), odd_characters, st.sampled_from(_CLAUSES))
    return st.one_of(quotations(), reported, odd, st.text(max_size=30))


def spoiled(texts: st.SearchStrategy[str], most: int = 6) -> st.SearchStrategy[str]:
    """Texts with odd characters put in anywhere: within words, marks, dates and names.

    >>> spoiled(datelines()).example()  # doctest: +SKIP
    'Brno, 9 Juﬁly 2002 (RFE/RL) -- '
    """

    def put(text: str, odd: list[tuple[float, str]]) -> str:
        for share, character in odd:
            at = int(share * len(text))
            text = text[:at] + character + text[at:]
        return text

    return st.builds(put, texts, st.lists(st.tuples(st.floats(0, 1), odd_characters), max_size=most))


def news_texts() -> st.SearchStrategy[str]:
    """Whole pages: headline, dateline, paragraphs, credits, in and out of order.

    >>> import uzru
    >>> from hypothesis import given
    >>> @given(news_texts())
    ... def test_anything_parses(text):
    ...     assert uzru.parse(text).text == text
    >>> test_anything_parses()
    """
    line = st.one_of(
        sentences(),
        st.builds("{}{}".format, datelines(), sentences()),
        st.builds("{} {}".format, sentences(), sentences()),
        st.sampled_from(_FRAMES),
        st.builds("({} of RFE/RL contributed to this report.)".format, names()),
    )
    return st.builds(lambda lines, gap: gap.join(lines), st.lists(line, max_size=8), st.sampled_from(_GAPS))


def reports(min_size: int = 200, max_size: int = 2_000) -> st.SearchStrategy[str]:
    """Faultless reports with headline, dateline and paragraphs, for tests of what a change of the text changes.

    >>> reports().example()  # doctest: +SKIP
    'Turkey: A Headline About The Treaty...'
    """
    return st.builds(make_report, st.integers(min_size, max_size), st.integers(0, 10_000))
