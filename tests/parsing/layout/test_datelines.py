"""Datelines in all forms, and what looks like one but is none."""

import pytest

from uzru.knowledge import Knowledge
from uzru.model import Dateline
from uzru.parsing.layout import Layout, load_styles
from uzru.parsing.layout.datelines import DatelineFinder
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.names import Gazetteer, Outlets

KNOWLEDGE = Knowledge()
OUTLETS = Outlets(KNOWLEDGE, [outlet for style in load_styles() for outlet in style.outlets])
FINDER = DatelineFinder(PageDates(KNOWLEDGE), Gazetteer(KNOWLEDGE), OUTLETS, load_styles())
LEAD = "A mint has opened in the old town."

FORMS = [
    ("Brno, 9 July 2002 (RFE/RL) --", ["Brno"], "2002-07-09", "RFE/RL"),
    ("Almaty, 8 June 1997 (RFE/RL) -", ["Almaty"], "1997-06-08", "RFE/RL"),
    ("BRNO, April 19, 2007 (RFE/RL) --", ["Brno"], "2007-04-19", "RFE/RL"),
    ("Brno 9 July 2002 (RFE/RL)--", ["Brno"], "2002-07-09", "RFE/RL"),
    ("2 December 2005 --", [], "2005-12-02", None),
    ("July 3, 2006 --", [], "2006-07-03", None),
    ("11 April 2005 (RFE/RL) --", [], "2005-04-11", "RFE/RL"),
    ("ALMATY --", ["Almaty"], None, None),
    ("ASTANA –", ["Astana"], None, None),
    ("Tashkent --", ["Tashkent"], None, None),
    ("ASTANA, Kazakhstan —", ["Astana"], None, None),
    ("ASTANA, Kazakhstan (AP) —", ["Astana"], None, "AP"),
    ("ASTANA (Reuters) -", ["Astana"], None, "Reuters"),
    ("ASTANA, May 30 (RIA Novosti) –", ["Astana"], "XXXX-05-30", "RIA Novosti"),
    ("ASTANA (Kazakhstan), May 8 —", ["Astana"], "XXXX-05-08", None),
    ("ALMATY, Kazakhstan, May 3 (Reuters) -", ["Almaty"], "XXXX-05-03", "Reuters"),
    ("BISHKEK, Kyrgyzstan Mar 27, 2005 —", ["Bishkek"], "2005-03-27", None),
    ("NARYN and TALAS –", ["Naryn", "Talas"], None, None),
    ("NARYN, TALAS and OSH, 3 May 2004 (AKI) –", ["Naryn", "Talas", "Osh"], "2004-05-03", "AKI"),
    ("Osh/Talas, 3 May 2002 (RFE/RL) --", ["Osh", "Talas"], "2002-05-03", "RFE/RL"),
    ("NARYN, 4 May 2004 (IRIN) -", ["Naryn"], "2004-05-04", "IRIN"),
    ("Washington DC (UPI) Jun 2, 2006", ["Washington DC"], "2006-06-02", "UPI"),
    ("ASTANA, May 3. /TASS/.", ["Astana"], "XXXX-05-03", "TASS"),
    ("MOSCOW, May 3./ITAR-TASS/.", ["Moscow"], "XXXX-05-03", "ITAR-TASS"),
    ("ASTANA. May 6 (Interfax) -", ["Astana"], "XXXX-05-06", "Interfax"),
    ("KHOROG, May 9, 2009, Asia-Plus –", ["Khorog"], "2009-05-09", "Asia-Plus"),
    ("MAY 4 2017 (The Bulletin) —", [], "2017-05-04", "The Bulletin"),
    ("ASTANA/Nov. 3 (The Bulletin) —", ["Astana"], "XXXX-11-03", "The Bulletin"),
    ("ST. PETERSBURG, Russia (AP) --", ["St. Petersburg"], None, "AP"),
    ("HEMPSTEAD, N.Y., Sept. 26 (UPI) —", ["Hempstead"], "XXXX-09-26", "UPI"),
    ("CAGUAS, Puerto Rico (AP)_", ["Caguas"], None, "AP"),
    ("TASHKENT, Monday, 3 May 2004 (AFP) -", ["Tashkent"], "2004-05-03", "AFP"),
    ("(AP) --", [], None, "AP"),
    ("Zarvan, 3 May 2011 (Ostwire) --", ["Zarvan"], "2011-05-03", "Ostwire"),
    ("ZARVAN --", ["Zarvan"], None, None),
    ("PORT ZARVAN, Sundria (Ostwire) –", ["Port Zarvan"], None, "Ostwire"),
]

NONE = [
    "Russia -- unlike the West -- has kept silent.",
    "NATO -- the alliance -- kept silent.",
    "Ortikov -- The president -- kept silent.",
    "In Tashkent on 3 May -- the day of the vote -- nobody spoke.",
    "US -- The mint is closed.",
    "The mint (in Brno) - a small one - is closed.",
    "Three of them -- Ortikov, Panin, and Ashdown -- kept silent.",
    "May 3 was a Monday -- and nobody spoke.",
    "AP - Photo",
    "RFE/RL: What about 3 May 2004 -- was it a Monday?",
    "20 percent -- the highest share since 1997 -- said no.",
]


def built(words: str) -> Dateline | None:
    found = FINDER.match(words, 0)
    return FINDER.build(found, 0) if found else None


@pytest.mark.parametrize(("words", "places", "date", "agency"), FORMS)
def test_a_dateline_gives_place_date_and_agency(
    words: str, places: list[str], date: str | None, agency: str | None
) -> None:
    dateline = built(f"{words} {LEAD}")
    assert dateline is not None
    assert [place.name for place in dateline.places] == places
    assert (dateline.date and str(dateline.date)) == date
    assert dateline.agency == agency
    assert (dateline.span.start, dateline.span.end) == (0, len(words))


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_dateline_stays_prose(words: str) -> None:
    assert built(words) is None


def test_a_country_behind_a_city_is_the_country_of_that_city() -> None:
    dateline = built(f"ASTANA, Kazakhstan (AP) — {LEAD}")
    assert dateline is not None
    assert dateline.place is not None
    assert dateline.place.country == "KAZ"


@pytest.mark.parametrize(
    ("glued", "start"),
    [
        ("The mint in May (file photo) Brno, 26 March 2005 (RFE/RL) -- A mint opened.", 29),
        ("The mint on November 2 (RFE/RL) BRNO, November 5, 2006 (RFE/RL) -- A mint opened.", 32),
        ("A coin trial in November (RFE/RL) 26 December 2005 -- A mint opened.", 34),
        ("Strikers in Osh Brno, 2 March 2005 (RFE/RL) -- A mint opened.", 16),
        ("Strikers of Zarvan Ostral, 2 March 2005 (Ostwire) -- A mint opened.", 19),
        ("The bakers have flour. They bake. Prague, 5 May 2003 (RFE/RL) -- A mint opened.", 34),
    ],
)
def test_a_dateline_is_found_behind_what_is_glued_before_it(glued: str, start: int) -> None:
    found = FINDER.search(glued)
    assert found is not None
    assert found.start == start


def test_the_year_that_a_dateline_lacks_comes_from_a_stamp() -> None:
    page = Layout(KNOWLEDGE)(f"Posted 6/2/2004 9:10 AM\n\nMint Opens\n\nBRNO, May 30 (CTK) -- {LEAD}\n\nIt is small.")
    assert page.dateline is not None
    assert str(page.dateline.date) == "2004-05-30"
    assert str(page.published) == "2004-05-30"


def test_a_year_that_stands_nowhere_stays_open() -> None:
    page = Layout(KNOWLEDGE)(f"BRNO, May 30 (CTK) -- {LEAD}")
    assert str(page.published) == "XXXX-05-30"


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("ASTANA, May 30 (Vesti Press) --", "Vesti Press"),
        ("DUSHANBE, May 7. /KAST Correspondent Olga Melnik/.", "KAST"),
        ("Bostan (QNP) --", "QNP"),
        ("Bishkek, May 5, 2010 / 77.sd news agency /", "77.sd news agency"),
    ],
)
def test_an_agency_nobody_knows_is_whole_and_ends_before_a_role(words: str, agency: str) -> None:
    dateline = built(words)
    assert dateline is not None
    assert dateline.agency == agency


def test_a_city_is_known_in_any_case_and_the_greatest_of_its_name_is_meant() -> None:
    places = Gazetteer(KNOWLEDGE)
    assert [place.country for place in places.read("PARIS, BIRMINGHAM and Tashkent")] == ["FRA", "GBR", "UZB"]
    assert places.is_city("tashkent")
    assert not places.is_city("Paris|Tashkent")
    assert not places.is_city("")
