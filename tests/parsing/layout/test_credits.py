"""Bylines, contributors and credits: who, in which role, for whom, where."""

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.layout import load_styles
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.names import Gazetteer, Outlets

KNOWLEDGE = Knowledge()
OUTLETS = Outlets(KNOWLEDGE, [outlet for style in load_styles() for outlet in style.outlets])
READER = CreditReader(KNOWLEDGE, PageDates(KNOWLEDGE), Gazetteer(KNOWLEDGE), OUTLETS, load_styles())

# name, role, organization, place
# fmt: off
LINES = [
    ("By Malika Ortikova", "byline", [("Malika Ortikova", None, None, None)]),
    ("BY NEIL ASHDOWN", "byline", [("Neil Ashdown", None, None, None)]),
    (
        "by Malika Ortikova and Egor Panin",
        "byline",
        [("Malika Ortikova", None, None, None), ("Egor Panin", None, None, None)],
    ),
    (
        "By Malika Ortikova in Nukus and Egor Panin in Omsk (RCA No. 512, 09-Mar-07)",
        "byline",
        [("Malika Ortikova", None, None, "Nukus"), ("Egor Panin", None, None, "Omsk")],
    ),
    (
        "By Egor Panin and Neil Ashdown in Bishkek, and Joan Tregear in Osh",
        "byline",
        [
            ("Egor Panin", None, None, "Bishkek"),
            ("Neil Ashdown", None, None, "Bishkek"),
            ("Joan Tregear", None, None, "Osh"),
        ],
    ),
    ("By Neil Ashdown, Almaty", "byline", [("Neil Ashdown", None, None, "Almaty")]),
    ("By Neil Ashdown for Eurasianet", "byline", [("Neil Ashdown", None, "Eurasianet", None)]),
    (
        "By MALIKA ORTIKOVA, Associated Press Writer",
        "byline",
        [("Malika Ortikova", "writer", "Associated Press", None)],
    ),
    (
        "By NEIL ASHDOWN Associated Press Writer The Associated Press",
        "byline",
        [("Neil Ashdown", "writer", "Associated Press", None)],
    ),
    ("By RFE/RL's Kazakh Service", "byline", [("RFE/RL's Kazakh Service", None, None, None)]),
    ("Malika Ortikova 5/03/04", "byline", [("Malika Ortikova", None, None, None)]),
    ("Malika Ortikova: 5/03/04", "byline", [("Malika Ortikova", None, None, None)]),
    (
        "(Malika Ortikova of RFE/RL's Uzbek Service and correspondent Egor Panin contributed to this report.)",
        "contributors",
        [("Malika Ortikova", None, "RFE/RL's Uzbek Service", None), ("Egor Panin", "correspondent", None, None)],
    ),
    (
        "(Tessa Vorn of Ostwire's Sundrian Desk and correspondent Pell Arden contributed to this report)",
        "contributors",
        [("Tessa Vorn", None, "Ostwire's Sundrian Desk", None), ("Pell Arden", "correspondent", None, None)],
    ),
    (
        "(Malika Ortikova and Egor Panin of RFE/RL's Tajik Service contributed to this report.)",
        "contributors",
        [
            ("Malika Ortikova", None, "RFE/RL's Tajik Service", None),
            ("Egor Panin", None, "RFE/RL's Tajik Service", None),
        ],
    ),
    (
        "(RFE/RL correspondents Neil Ashdown and Egor Panin contributed to this report.)",
        "contributors",
        [("Neil Ashdown", "correspondent", "RFE/RL", None), ("Egor Panin", "correspondent", "RFE/RL", None)],
    ),
    (
        "(Malika Ortikova, a correspondent for RFE/RL's Tajik Service, contributed to this report.)",
        "contributors",
        [("Malika Ortikova", "correspondent", "RFE/RL's Tajik Service", None)],
    ),
    (
        "Associated Press writer Malika Ortikova in Almaty contributed to this report.",
        "contributors",
        [("Malika Ortikova", "writer", "Associated Press", "Almaty")],
    ),
    (
        "(RFE/RL's Kyrgyz Service contributed to this report.)",
        "contributors",
        [("RFE/RL's Kyrgyz Service", None, None, None)],
    ),
    ("By the BBC's Neil Ashdown in Almaty", "byline", [("Neil Ashdown", None, "BBC", "Almaty")]),
    ("By Neil Ashdown in Brno for IWPR", "byline", [("Neil Ashdown", None, "IWPR", "Brno")]),
    ("By Dr. Neil Ashdown", "byline", [("Dr. Neil Ashdown", None, None, None)]),
    (
        "By Neil Ashdown and Malika Ortikova, RFE/RL's Tajik Service",
        "byline",
        [
            ("Neil Ashdown", None, "RFE/RL's Tajik Service", None),
            ("Malika Ortikova", None, "RFE/RL's Tajik Service", None),
        ],
    ),
    ("By an IWPR contributor in Tashkent", "byline", [("IWPR", "contributor", None, "Tashkent")]),
    ("By Our Correspondent in Nukus", "byline", [("Our Correspondent", None, None, "Nukus")]),
    (
        "(RFE/RL's Uzbek Service correspondent Malika Ortikova contributed to this report.)",
        "contributors",
        [("Malika Ortikova", "correspondent", "RFE/RL's Uzbek Service", None)],
    ),
    ("(RFE/RL's Egor Panin contributed to this report.)", "contributors", [("Egor Panin", None, "RFE/RL", None)]),
    (
        "(RFE/RL's Uzbek and Tajik services contributed to this report.)",
        "contributors",
        [("RFE/RL's Uzbek and Tajik services", None, None, None)],
    ),
    (
        "Neil Ashdown contributed to this report from Dushanbe.",
        "contributors",
        [("Neil Ashdown", None, None, "Dushanbe")],
    ),
    ("(compiled from agency reports)", "credit", []),
    ("Based on an RFE/RL Kazakh Service report", "credit", [("RFE/RL Kazakh Service", None, None, None)]),
    (
        "Written by Neil Ashdown based on reporting by RFE/RL's Uzbek Service",
        "credit",
        [("Neil Ashdown", "writing", None, None), ("RFE/RL's Uzbek Service", None, None, None)],
    ),
    (
        "(Reuters, AP, AFP)",
        "credit",
        [("Reuters", None, None, None), ("AP", None, None, None), ("AFP", None, None, None)],
    ),
    ("(with AP/Reuters)", "credit", [("AP", None, None, None), ("Reuters", None, None, None)]),
    ("(AFP/ITAR-TASS)", "credit", [("AFP", None, None, None), ("ITAR-TASS", None, None, None)]),
    ("(RFE/RL, Reuters)", "credit", [("RFE/RL", None, None, None), ("Reuters", None, None, None)]),
    ("(UzNews, some-site.info)", "credit", [("UzNews", None, None, None), ("some-site.info", None, None, None)]),
    (
        "(BBC Monitoring -- Radio Mary)",
        "credit",
        [("BBC Monitoring", None, None, None), ("Radio Mary", None, None, None)],
    ),
    (
        "(Ostwire, KP, TZT)",
        "credit",
        [("Ostwire", None, None, None), ("KP", None, None, None), ("TZT", None, None, None)],
    ),
    ("(dpa, epa)", "credit", [("dpa", None, None, None), ("epa", None, None, None)]),
    ("(RFE/RL correspondent)", "credit", [("RFE/RL", "correspondent", None, None)]),
    ("Based on reporting by Reuters", "credit", [("Reuters", None, None, None)]),
    ("With reporting by Interfax and TASS", "credit", [("Interfax", None, None, None), ("TASS", None, None, None)]),
    (
        "(Reporting by Malika Ortikova in Almaty; Writing by Neil Ashdown; Editing by Joan Tregear)",
        "credit",
        [
            ("Malika Ortikova", "reporting", None, "Almaty"),
            ("Neil Ashdown", "writing", None, None),
            ("Joan Tregear", "editing", None, None),
        ],
    ),
    (
        "(Reporting by Malika Ortikova, editing by Neil Ashdown)",
        "credit",
        [("Malika Ortikova", "reporting", None, None), ("Neil Ashdown", "editing", None, None)],
    ),
]

PROSE = [
    "By late evening the police had left the square",
    "With his win in the north, Panin has taken six of the past seven districts.",
    "The mint was built by hand.",
    "(Neil Ashdown is a historian at the University of Brno.)",
    "(file photo)",
    "(laughs)",
    "(BEGIN VIDEO CLIP)",
    "The two ministers left Brno on April 7, 2010.",
    "Newsline - August 23, 2005",
    "Central Asia Report: June 6, 2002",
    "Miners at the gate on April 18",
]


@pytest.mark.parametrize(("line", "kind", "people"), LINES)
def test_a_credit_line_gives_name_role_outlet_and_place(
    line: str, kind: str, people: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    credited = READER.read(line, 0)
    assert credited is not None
    assert credited.kind == kind
    assert [(one.name, one.role, one.organization, one.place) for one in credited.people] == people


@pytest.mark.parametrize("line", [line for line, _, _ in LINES])
def test_the_words_of_a_credit_hold_its_name(line: str) -> None:
    credited = READER.read(line, 0)
    assert credited is not None
    for person in credited.people:
        assert person.name.casefold() in line[person.span.slice].casefold()


@pytest.mark.parametrize("line", PROSE)
def test_what_is_no_credit_line_is_left_alone(line: str) -> None:
    assert READER.read(line, 0) is None


def test_a_byline_gives_the_date_in_its_bracket() -> None:
    credited = READER.read("By Malika Ortikova in Nukus (RCA No. 512, 09-Mar-07)", 0)
    assert credited is not None
    assert str(credited.date) == "2007-03-09"


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("It must leave by the deadline. (AP)", "(AP)"),
        ('"We stay," he said. (BBC Monitoring -- Radio Mary)', "(BBC Monitoring -- Radio Mary)"),
        ("It must leave. (AFP/ITAR-TASS)", "(AFP/ITAR-TASS)"),
    ],
)
def test_agencies_behind_the_last_sentence_are_a_credit(line: str, taken: str) -> None:
    found = READER.trailing(line, 0)
    assert found is not None
    assert line[found[0] :] == taken


@pytest.mark.parametrize(
    "line", ["It is small (see below).", "He said so. (laughs)", "The Atomic Energy Agency (IAEA)"]
)
def test_other_brackets_at_the_end_are_no_credit(line: str) -> None:
    assert READER.trailing(line, 0) is None


def test_initials_behind_the_last_sentence_are_their_writers() -> None:
    found = READER.initials('"We stay," he said. QR', 0)
    assert found is not None
    assert [person.name for person in found[1].people] == ["QR"]
    assert READER.initials("They live in the US", 0) is None
