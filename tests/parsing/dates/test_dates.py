"""What is found as a date, and what it means; every sentence is invented."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.model.article import DateMention
from uzru.model.when import Interval, PartialDate
from uzru.parsing.dates import Dates
from uzru.parsing.text import Paragraph, Reading

HERE = Path(__file__).parent
THURSDAY = PartialDate.parse("2004-04-15")
find = Dates(Knowledge())


def read(text: str, written: str | None = "2004-04-15") -> list[DateMention]:
    """The mentions of a text written on that day."""
    return list(find(Reading(text), ((0, PartialDate.parse(written) if written else None),)))


def values(text: str, written: str | None = "2004-04-15") -> list[tuple[str, str]]:
    """Words and value of each mention; '-' if it is not resolved."""
    return [(text[m.span.slice], str(m.value) if m.value else "-") for m in read(text, written)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # full dates, in both orders
        ("The treaty of 15 April 2003 holds.", "15 April 2003", "2003-04-15"),
        ("He left on April 15, 2003, by train.", "April 15, 2003", "2003-04-15"),
        ("On the 15th of April 2003 it rained.", "the 15th of April 2003", "2003-04-15"),
        ("On Tuesday, 15 April 2003 it rained.", "Tuesday, 15 April 2003", "2003-04-15"),
        ("Filed 2003-04-15 in Brno.", "2003-04-15", "2003-04-15"),
        ("Filed 15.04.2003 in Brno.", "15.04.2003", "2003-04-15"),
        ("Filed 4/15/2003 in Brno.", "4/15/2003", "2003-04-15"),
        ("Filed 15/4/03 in Brno.", "15/4/03", "2003-04-15"),
        ("Filed 5/5/03 in Brno.", "5/5/03", "2003-05-05"),
        ("Filed 7/11/03 in Brno.", "7/11/03", "-"),
        # month and day
        ("The law took effect on 1 March.", "1 March", "2004-03-01"),
        ("The fair opens on May 20.", "May 20", "2004-05-20"),
        ("The fair opened on Dec. 20.", "Dec. 20", "2003-12-20"),
        ("The boycott has gone on since May 20.", "May 20", "2003-05-20"),
        ("The curfew stays until May 20.", "May 20", "2004-05-20"),
        ("Talks are set for 12-14 June in Nukus.", "12-14 June", "2004-06-12/2004-06-14"),
        ("Talks on June 12-14, 2005 failed.", "June 12-14, 2005", "2005-06-12/2005-06-14"),
        ("They met on 30 May - 2 June 2003.", "30 May - 2 June 2003", "2003-05-30/2003-06-02"),
        # months
        ("A November 2005 summit is planned.", "November 2005", "2005-11"),
        ("The May 2002 unrest is not forgotten.", "May 2002", "2002-05"),
        ("It failed in late March 2002.", "late March 2002", "2002-03@late"),
        ("The vote in October was fair.", "October", "2003-10"),
        ("The vote will be held in October.", "October", "2004-10"),
        ("He was jailed last May.", "last May", "2003-05"),
        ("They meet next June.", "next June", "2004-06"),
        ("He was jailed in May of last year.", "May of last year", "2003-05"),
        ("The May-June 2002 session was long.", "May-June 2002", "2002-05/2002-06"),
        # years and more
        ("Independence came in 1991.", "1991", "1991"),
        ("Since the 1991 collapse, trade has shrunk.", "1991", "1991"),
        ("The 1993-95 drought hit Nukus.", "1993-95", "1993/1995"),
        ("In the 1998-2001 period all was calm.", "1998-2001", "1998/2001"),
        ("Relations cooled during the 1990s.", "the 1990s", "199X"),
        ("It began in the mid-1980s.", "the mid-1980s", "198X@mid"),
        ("Music of the '60s was played.", "the '60s", "196X"),
        ("He grew up in the seventies.", "the seventies", "197X"),
        ("A 19th-century fort burned.", "19th-century", "18XX"),
        ("It was founded around 1870.", "around 1870", "1870~"),
        ("Forts of the 16th and 17th centuries stand.", "the 16th and 17th centuries", "15XX/16XX"),
        ("In 264 BC the fleet sailed.", "264 BC", "-0263"),
        ("The war of 264-241 BC was long.", "264-241 BC", "-0263/-0240"),
        ("In AD 70 the temple burned.", "AD 70", "0070"),
        ("He came in '98 and stayed.", "'98", "1998"),
        ("The winter of 1941-42 was hard.", "The winter of 1941-42", "1941-24"),
        ("It rose in Q1 2003.", "Q1 2003", "2003-33"),
        ("It snowed in the week of 5 January 2004.", "the week of 5 January 2004", "2004-W02"),
        ("They meet every July.", "every July", "XXXX-07"),
        ("In nineteen ninety-one the union broke up.", "nineteen ninety-one", "1991"),
        ("Fiscal 2003 was good.", "Fiscal 2003", "2003"),
        # weekdays: Thursday is today
        ("Ortikov resigned Monday.", "Monday", "2004-04-12"),
        ("Ortikov resigned on Thursday.", "Thursday", "2004-04-15"),
        ("Ortikov resigned on Friday.", "Friday", "2004-04-09"),
        ("The panel will meet Monday.", "Monday", "2004-04-19"),
        ("The talks were postponed until Tuesday.", "Tuesday", "2004-04-20"),
        ("Ortikov, who will lead it, resigned Monday.", "Monday", "2004-04-12"),
        ("They had waited until Tuesday.", "Tuesday", "2004-04-13"),
        ("He arrives next Friday.", "next Friday", "2004-04-23"),
        ("He arrives next Saturday.", "next Saturday", "2004-04-17"),
        ("He arrived last Thursday.", "last Thursday", "2004-04-08"),
        ("He arrived on Tuesday of last week.", "Tuesday of last week", "2004-04-06"),
        ("Shots were heard Monday night.", "Monday night", "2004-04-12TNI"),
        ("They pray every Friday.", "every Friday", "XXXX-WXX-5"),
        ("The bazaar opens on Sundays.", "Sundays", "XXXX-WXX-7"),
        # from the day of writing
        ("Ortikov is in Brno today.", "today", "2004-04-15"),
        ("The ministry said so yesterday.", "yesterday", "2004-04-14"),
        ("He arrives tomorrow morning.", "tomorrow morning", "2004-04-16TMO"),
        ("Shots were heard last night.", "last night", "2004-04-14TNI"),
        ("He spoke this morning.", "this morning", "2004-04-15TMO"),
        ("He left the day before yesterday.", "the day before yesterday", "2004-04-13"),
        ("Now the border is closed.", "Now", "PRESENT_REF"),
        ("Prices rose recently.", "recently", "PAST_REF"),
        ("He hopes for the future.", "the future", "FUTURE_REF"),
        # steps and offsets
        ("They met last week.", "last week", "2004-W15"),
        ("They meet next month.", "next month", "2004-05"),
        ("It was signed early this year.", "early this year", "2004@early"),
        ("It was signed late last year.", "late last year", "2003@late"),
        ("He fled three weeks ago.", "three weeks ago", "2004-W13"),
        ("He fled 10 days ago.", "10 days ago", "2004-04-05"),
        ("He fled a couple of weeks ago.", "a couple of weeks ago", "2004-W14~"),
        ("He fled about five years ago.", "about five years ago", "1999~"),
        ("He fled several years ago.", "several years ago", "PAST_REF"),
        ("The visit comes one day after the raid.", "one day after", "2004-04-14"),
        ("It comes less than three weeks after the raid.", "less than three weeks after", "2004-03-25/2004-04-15"),
        ("It comes just a week after the raid.", "a week after", "2004-W15"),
        ("It comes more than two months after the raid.", "more than two months after", "2004-02-15@before"),
        ("It comes days before the vote.", "days before", "2004-04-15@after"),
        ("It comes two weeks before the vote.", "two weeks before", "2004-W18"),
        # periods
        ("Output fell in the first quarter.", "the first quarter", "2004-33"),
        ("Output fell in the third quarter.", "the third quarter", "2003-35"),
        ("Output fell in the third quarter of 2002.", "the third quarter of 2002", "2002-35"),
        ("Output fell in the first half of 2003.", "the first half of 2003", "2003-40"),
        ("The raids of last summer went on.", "last summer", "2003-22"),
        ("The spring of 2002 was wet.", "The spring of 2002", "2002-21"),
        ("Clashes went on over the weekend.", "the weekend", "2004-W15-WE"),
        # clock
        ("It began at 10:30 a.m. Monday.", "10:30 a.m. Monday", "2004-04-12T10:30"),
        ("It began at 5 p.m.", "5 p.m.", "2004-04-15T17:00"),
        # holidays and known days
        ("Shops close on Christmas Eve 2003.", "Christmas Eve 2003", "2003-12-24"),
        ("He fasted until Easter.", "Easter", "2004-04-11"),
        ("The 11 September attacks changed that.", "11 September", "2001-09-11"),
        ("The Sept. 11 terrorist attacks changed that.", "Sept. 11", "2001-09-11"),
        ("Much has changed since September 11.", "September 11", "2001-09-11"),
        ("After 9/11 borders closed.", "9/11", "2001-09-11"),
        # lengths
        ("The siege lasted three weeks.", "three weeks", "P3W"),
        ("A two-year term begins.", "two-year", "P2Y"),
        ("It lasted more than two hours.", "more than two hours", "PT2H@more"),
        ("It lasted nearly 20 years.", "nearly 20 years", "P20Y~"),
        ("He ruled for two decades.", "two decades", "P20Y"),
        ("He waited for several days.", "several days", "PXD"),
        ("He waited for an hour and a half.", "an hour and a half", "PT1H30M"),
        ("It rained in the past two months.", "the past two months", "P2M"),
        ("It will close within two to three weeks.", "two to three weeks", "P2W~"),
        ("He was away for a while.", "a while", "PXX"),
        ("He waited half a year.", "half a year", "P6M"),
        ("He waited half an hour.", "half an hour", "PT30M"),
        ("He fled a quarter-century ago.", "a quarter-century ago", "1979~"),
        ("Hours later he fled.", "Hours later", "PTXH"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet twice a year.", "twice a year", "P1Y"),
        ("The committee meets weekly.", "weekly", "P1W"),
    ],
)
def test_an_expression_has_its_words_and_value(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "You may go, said Ortikov, and they may march on.",
        "They march in step; the march was long.",
        "He came second in the race.",
        "The Sunday Times reported it.",
        "USA Today reported it.",
        "Some 300 people and 2,000 soldiers came.",
        "About 1995 people came to Brno.",
        "See page 1999 of the report.",
        "Call 555-1234 or 1999-555.",
        "He is 72 years old.",
        "A 7-year-old girl was found.",
        "The price rose to $1999.",
        "As soon as he left, shots rang out.",
        "Three quarters of the voters stayed away.",
        "Ortikov watched 60 Minutes.",
        "He fell. They spring up. The leaves fall.",
        "Egypt spent a third of it.",
        "It happens once in a while.",
        "April Ashdown left. “June Roe stayed.”",
        "He spoke on ABC's This Week and on CBS This Morning.",
        "The ad 70 of them saw.",
        "The day-to-day business of 21st Century Fox goes on.",
        "You said this, and the quarter of voters agreed.",
        "Sat down, the sun was hot, and they wed.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_without_a_day_of_writing_relative_dates_are_kept_unresolved() -> None:
    text = "Today Ortikov signed the law of May 2005. He left last week, on Monday, and returns in June."
    assert values(text, None) == [
        ("Today", "-"),
        ("May 2005", "2005-05"),
        ("last week", "-"),
        ("Monday", "-"),
        ("June", "XXXX-06"),
    ]


def test_a_month_of_writing_resolves_months_and_years_but_no_days() -> None:
    text = "He left last month, or last year, but not yesterday."
    assert values(text, "2004-04") == [("last month", "2004-03"), ("last year", "2003"), ("yesterday", "-")]


def test_the_anchor_is_recorded_where_the_value_counts_from_it() -> None:
    relative, absolute = read("He left yesterday, as in 1999.")
    assert (relative.anchor, absolute.anchor) == (THURSDAY, None)


def test_the_rule_names_the_cue_that_decided() -> None:
    rules = [m.rule for m in read("They met Monday. The panel will meet Monday. It holds until 20 May.")]
    assert rules == ["weekday: past by default", "weekday: cue will", "month-day: cue until"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fair opens Monday.", "2004-04-19"),
        ("He will, said Ortikov, who left Monday, stay.", "2004-04-12"),
        ("They would meet Sunday.", "2004-04-18"),
        ("The deal was sealed Monday.", "2004-04-12"),
        ("As early as Monday the dam may break.", "2004-04-19"),
        ("It has been shut since Monday.", "2004-04-12"),
        ("On Monday, the guild will hold a fair.", "2004-04-19"),
        ("On Monday, the guild said it will hold a fair.", "2004-04-12"),
        ("He would go to the United States Sunday.", "2004-04-18"),
    ],
)
def test_a_weekday_lies_ahead_only_after_a_cue_of_its_own_clause(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_soon_is_no_future_in_a_story_of_the_past() -> None:
    assert values("He was soon released, and soon became a judge.") == []
    assert values("He will soon be a judge.") == [("soon", "FUTURE_REF")]


def test_types_are_those_of_timex3() -> None:
    types = [m.type.value for m in read("On Monday at 10 a.m., after two days, as every week.")]
    assert types == ["DATE", "TIME", "DURATION", "SET"]


def test_later_expressions_refer_to_earlier_ones() -> None:
    text = "In 1999 the treaty lapsed. There were raids later that year. Two years later, peace came."
    assert values(text) == [("1999", "1999"), ("later that year", "1999"), ("Two years later", "2001")]


def test_what_came_after_an_event_counts_from_the_date_before() -> None:
    text = "He fled on 3 May 2003. It came two days after the raid."
    assert values(text) == [("3 May 2003", "2003-05-03"), ("two days after", "2003-05-01")]
    assert read(text)[1].anchor == PartialDate.parse("2003-05-03")


def test_a_day_keeps_the_year_that_the_text_gave_it() -> None:
    text = "The raid of 20 June 2001 is not forgotten. On 20 June, a ceremony was held."
    assert [value for _, value in values(text)] == ["2001-06-20", "2001-06-20"]


def test_a_known_day_is_not_taken_before_it_came() -> None:
    assert values("Since September 11 he has been away.", "1998-10-01") == [("September 11", "1998-09-11")]


def test_a_known_day_that_is_near_in_this_year_too_needs_its_noun() -> None:
    assert values("Since September 11 he has been away.", "2005-09-20") == [("September 11", "2005-09-11")]
    assert values("Since September 11 he has been away.", None) == [("September 11", "2001-09-11")]
    assert values("The September 11 attacks are not forgotten.", "2005-09-20") == [("September 11", "2001-09-11")]


def test_a_quarter_named_is_the_quarter_and_a_year_ago_is_a_year_before() -> None:
    text = "In the third quarter, the mint lost money. A year ago it had none. The quarter was bad."
    assert [value for _, value in values(text)] == ["2003-35", "2002-35", "2003-35"]


def test_a_history_counts_from_the_last_year_read() -> None:
    text = (
        "Ortikov was born in 1871. In 1895 he joined, and in March he went north. The rising of 1897 began in May;"
        " on 12 July the bridge fell. The next day, a truce was signed. It ended in 1901, and in October he left."
    )
    assert [value for _, value in values(text, "2009-12-19")] == [
        "1871",
        "1895",
        "1895-03",
        "1897",
        "1897-05",
        "1897-07-12",
        "1897-07-13",
        "1901",
        "1901-10",
    ]


def test_years_of_an_ancient_history_stay_before_christ() -> None:
    text = "In 264 BC they came, in 241 BC they left, in 218 BC they fought, and in 216 they fell with 300 men."
    assert [value for _, value in values(text)] == ["-0263", "-0240", "-0217", "-0215"]


def test_a_whole_history_is_read_as_its_table_says() -> None:
    text = (HERE / "lake-war.txt").read_text(encoding="utf-8")
    rows = (HERE / "lake-war.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = [f"{text[m.span.slice]}\t{m.type.value}\t{m.value or '-'}" for m in read(text, "2009-12-19")]
    assert found == rows


def test_a_bare_clock_time_belongs_to_the_day_named_before_it() -> None:
    assert values("On Monday the dam broke at 10 p.m. The mayor spoke at 11 p.m.\nShe left at 5 a.m.") == [
        ("Monday", "2004-04-12"),
        ("10 p.m.", "2004-04-12T22:00"),
        ("11 p.m.", "2004-04-12T23:00"),
        ("5 a.m.", "2004-04-15T05:00"),
    ]


def test_in_a_digest_today_is_the_day_of_each_item() -> None:
    text = "Ortikov left today.\nMalika came today."
    anchors = ((0, PartialDate.parse("2004-04-15")), (20, PartialDate.parse("2004-04-16")))
    assert [str(m.value) for m in find(Reading(text), anchors)] == ["2004-04-15", "2004-04-16"]


def test_vague_words_are_found_on_request() -> None:
    text = "The recent raids worry the current mayor."
    assert not values(text)
    vague = Dates(Knowledge(), vague=True)
    assert [str(m.value) for m in vague(Reading(text), ((0, THURSDAY),))] == ["PAST_REF", "PRESENT_REF"]


def test_only_prose_is_read() -> None:
    text = "Ortikov left in 1999.\nPrinted 2001"
    view = "Ortikov left in 1999.\n            "
    reading = Reading(text, view, (Paragraph(0, 21, "paragraph"),))
    assert [text[m.span.slice] for m in find(reading, ((0, None),))] == ["1999"]


def test_in_a_headline_capitals_do_not_make_a_month() -> None:
    text = "Guild To March In Nukus This Week, Mayor May Speak In May"
    reading = Reading(text, text, (Paragraph(0, len(text), "headline"),))
    found = find(reading, ((0, THURSDAY),))
    assert [text[m.span.slice] for m in found] == ["This Week", "May"]
    assert found[1].span.start == len(text) - 3


def test_line_breaks_and_curly_quotes_do_not_hide_a_date() -> None:
    assert values("“Today” he said. ‘In 1999’ too. ``Yesterday'' came.") == [
        ("Today", "2004-04-15"),
        ("1999", "1999"),
        ("Yesterday", "2004-04-14"),
    ]


def test_a_users_table_adds_words(tmp_path: Path) -> None:
    (tmp_path / "date-holidays.tsv").write_text("name\tday\nnavruz eve\t03-20\n", encoding="utf-8")
    own = Dates(Knowledge.load(tmp_path))
    mentions = own(Reading("He came on Navruz Eve 2003."), ((0, THURSDAY),))
    assert [str(m.value) for m in mentions] == ["2003-03-20"]


def test_a_finder_pickles_and_finds_the_same() -> None:
    again = pickle.loads(pickle.dumps(find))
    reading = Reading("He left on Monday, 3 May 1999.")
    assert again(reading, ((0, THURSDAY),)) == find(reading, ((0, THURSDAY),))


WORDS = st.sampled_from(
    [
        *"May march 1999 11 September the of last next two weeks ago Monday night a.m. 10:30 '90s quarter".split(),
        *"first fall 9/11 early 12-14 June 31 February 0 13/13/13 century Easter year that . , -".split(),
        *[
            "this-past",
            "the  day-before yesterday",
            "V-E-Day",
            "new-year's eve",
            "44 BC",
            "999,999,999,999",
            "AD 70",
            "Q1",
            "'98",
        ],
        *["\n", "\u2028", "\x00", "\ud800", "İ", "٣", "1e9", "99999999", ""],
    ]
)


@given(
    st.text(max_size=200) | st.lists(WORDS, max_size=40).map(" ".join),
    st.sampled_from(["2004-04-15", "0001-01-01", "9999-12-31", "2004", "-0100", "199X", None]),
)
def test_any_text_is_read_and_every_span_lies_in_it(text: str, written: str | None) -> None:
    mentions = read(text, written)
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        ends.append(mention.span.end)


UNDATED = st.sampled_from(
    [
        *"today yesterday Monday night 3 May last next week the month year ago Easter first quarter two days".split(),
        *"later that summer in since until early late mid the weekend tomorrow morning 10 a.m. decade , . June".split(),
    ]
)


@given(st.lists(UNDATED, max_size=30).map(" ".join))
def test_without_a_day_of_writing_no_year_is_made_up(text: str) -> None:
    for mention in read(text, None):
        ends = (mention.value.start, mention.value.end) if isinstance(mention.value, Interval) else (mention.value,)
        assert all(end.year is None for end in ends if isinstance(end, PartialDate))


@pytest.mark.parametrize("unit", ["May ", "1999 ", "1", "two days ", '"', "A", "the last ", "12-", ". ", "Monday "])
def test_hostile_repetition_is_read_to_the_end(unit: str) -> None:
    text = unit * 5000 + " on 3 May 1999."
    assert str(read(text)[-1].value) == "1999-05-03"
