"""What decides whether a date lies ahead or behind, and what the rule says; written on Thursday, 15 April 2004."""

from __future__ import annotations

import pytest

from uzru.knowledge import Knowledge
from uzru.model.article import DateMention
from uzru.model.when import PartialDate
from uzru.parsing.dates import Dates
from uzru.parsing.text import Reading

find = Dates(Knowledge())


def first(text: str) -> DateMention:
    """The first date of a text."""
    return find(Reading(text), ((0, PartialDate.parse("2004-04-15")),))[0]


@pytest.mark.parametrize(
    ("text", "value", "rule"),
    [
        # verbs of the present
        ("The panel meets on Friday in Brno.", "2004-04-16", "weekday: cue meets"),
        ("The ministers meet separately Monday.", "2004-04-19", "weekday: cue meet"),
        ("They failed to meet Monday.", "2004-04-12", "weekday: past by default"),
        ("They did not meet Monday.", "2004-04-12", "weekday: past by default"),
        ("The envoy comes to Nukus in mid-June.", "2004-06@mid", "month: cue comes"),
        ("The law takes effect on 1 January.", "2005-01-01", "month-day: cue takes effect"),
        # what was due is over
        ("It had been scheduled to expire Friday.", "2004-04-09", "weekday: past by default"),
        ("It is scheduled to expire Friday.", "2004-04-16", "weekday: cue is scheduled"),
        ("He was to arrive Sunday.", "2004-04-18", "weekday: cue was to"),
        ("He was to arrive Tuesday.", "2004-04-13", "weekday: nearest, cue was to"),
        ("They said they would meet Wednesday.", "2004-04-14", "weekday: nearest, cue would"),
        ("A vote is planned Wednesday.", "2004-04-21", "weekday: cue is planned"),
        # until and by
        ("He gave them until Monday to leave.", "2004-04-19", "weekday: cue until"),
        ("The trial was adjourned until 20 December.", "2004-12-20", "month-day: cue until"),
        ("The vote was put off until October.", "2004-10", "month: cue until"),
        ("They had waited until Monday.", "2004-04-12", "weekday: past by default"),
        ("Until Monday, they had waited.", "2004-04-12", "weekday: past by default"),
        ("By Monday the water was back.", "2004-04-12", "weekday: past by default"),
        ("By Monday the water will be back.", "2004-04-19", "weekday: cue by"),
        # verbs behind a date that opens its sentence
        ("On Monday, the League of Millers and Bakers plans to march.", "2004-04-19", "weekday: cue plans to"),
        ("The September election will be free.", "2004-09", "month: cue will"),
        ("The September election was free.", "2003-09", "month: past by default"),
        # days that verbs of the past tell of
        ("He was shot on 20 May.", "2003-05-20", "month-day: past verb shot"),
        ("She was arrested in Brno on May 3.", "2003-05-03", "month-day: past verb arrested"),
        ("On 5 May the court fined him.", "2003-05-05", "month-day: past verb fined"),
        ("On 5 May, a court hears him.", "2004-05-05", "month-day: nearest"),
        ("The bid was extended to May 20.", "2004-05-20", "month-day: nearest"),
        ("The hearing, set on 20 May, is closed.", "2004-05-20", "month-day: nearest"),
        ("The mint was closed on 16 April.", "2004-04-16", "month-day: nearest"),
        ("The 20 May vote was called off.", "2004-05-20", "month-day: nearest"),
        # no verb of the past tells of the date, and the coming one is near
        ("A key to winning in September is money.", "2004-09", "month: nearest, no verb of the past"),
        ("A key to winning in September was money.", "2003-09", "month: past by default"),
        ("A key to winning in December is money.", "2003-12", "month: past by default"),
        ("For Saturday's vote, they must rest.", "2004-04-17", "weekday: nearest, no verb of the past"),
        ("For Saturday's vote, Mr. Panin and Dr. Ashdown rested.", "2004-04-10", "weekday: past by default"),
        ("Ahead of Saturday's vote, Mr. Panin rested.", "2004-04-17", "weekday: cue ahead of"),
        ("Ahead of Tuesday's vote, Mr. Panin rested.", "2004-04-13", "weekday: nearest, cue ahead of"),
        ("The millers rested hours before the poll on Saturday.", "2004-04-17", "weekday: cue hours before"),
        ("He wanted to rest before Saturday's vote.", "2004-04-17", "weekday: cue before"),
        ("He had to rest before Tuesday's vote.", "2004-04-13", "weekday: nearest, cue before"),
        ("He rested before September.", "2003-09", "month: past by default"),
        ("He must rest before September.", "2004-09", "month: cue before"),
        ("Come October, the mint is idle.", "2004-10", "month: cue come"),
        # what joins two weekdays, two places
        ("It will air in Nukus and Brno on Monday.", "2004-04-19", "weekday: cue will"),
        # names that look like verbs, other clauses, verbs of saying
        ("Ahmed Sayed will greet Mohamed on Monday.", "2004-04-19", "weekday: cue will"),
        ("On Monday, Mohamed Sayed and his son are to travel.", "2004-04-19", "weekday: cue are to"),
        (
            "When the party that rules gathers on Saturday, few come.",
            "2004-04-17",
            "weekday: nearest, no verb of the past",
        ),
        ("He warned of a cut in their taxes in September.", "2004-09", "month: nearest, announced by warned"),
        ("The law is opened to debate in September.", "2004-09", "month: nearest, no verb of the past"),
        ("The vote had been due Monday.", "2004-04-12", "weekday: past by default"),
        # speech in marks has tenses of its own
        ("He rose and shouted: “We march on Saturday.”", "2004-04-17", "weekday: nearest, no verb of the past"),
        ('He rose. "They rested on Saturday," he told them.', "2004-04-10", "weekday: past by default"),
        ('He rose. "We can win in September," said Malika.', "2004-09", "month: nearest, no verb of the past"),
        ("He rose and shouted ``We march'' on Saturday.", "2004-04-10", "weekday: past by default"),
        ("They have not met since Saturday.", "2004-04-10", "weekday: past by default"),
        ("Of 1,000 voters asked Saturday, few know him.", "2004-04-10", "weekday: past by default"),
        ("With the summer near, the mint is idle.", "2004-22", "season: the"),
        ("In the summer the mint was idle.", "2003-22", "season: the"),
        # a clause of its own
        ("The coins were flipped to decide the matter Monday.", "2004-04-12", "weekday: past by default"),
        ("They agreed to decide the matter Monday.", "2004-04-19", "weekday: cue to decide"),
        ("He hosts a Monday show.", "2004-04-12", "weekday: past by default"),
        ("The plan was made beginning on Monday.", "2004-04-12", "weekday: past by default"),
        ("Visas will be needed beginning on Monday.", "2004-04-19", "weekday: cue beginning on"),
        ("She will greet the elected mayor on the ground floor Monday.", "2004-04-19", "weekday: cue will"),
        ("Fog made it hard to meet them into the summer.", "2003-22", "season: the"),
        ("He resigned and wants to leave in September.", "2004-09", "month: cue to leave"),
        ("She was writing a speech to be given Monday.", "2004-04-19", "weekday: cue to be"),
        ("She was writing a speech to decide it Monday.", "2004-04-12", "weekday: past by default"),
        # verbs of saying and arranging tell of a month that is near ahead, unless it is that of the saying
        ("He told millers of a cut in their taxes in September.", "2004-09", "month: nearest, announced by told"),
        ("They have rooms booked in September.", "2004-09", "month: nearest, announced by booked"),
        ("She said the hearing in September was the last.", "2003-09", "month: past by default"),
        ("She said a hearing in September might be the last.", "2004-09", "month: nearest, announced by said"),
        ("She said so to him in September.", "2004-09", "month: nearest, announced by said"),
        ("He told Egor Panin in September.", "2003-09", "month: past by default"),
        ("He told reporters in early September.", "2003-09@early", "month: past by default"),
        ("She, following her trip to Brno in September, said little.", "2003-09", "month: past by default"),
        ("The ministry declared an outbreak in Nukus in September.", "2003-09", "month: past by default"),
        ("In September she proposed a truce.", "2003-09", "month: past by default"),
        ("Since announcing in September that he is ill, he said little.", "2003-09", "month: past by default"),
        ("Whoever wins in August, the mint must close.", "2004-08", "month: cue whoever"),
        # May is no cue
        ("In May he left the house, and on Monday the town.", "2003-05", "month: past by default"),
    ],
)
def test_the_verb_tells_the_direction(text: str, value: str, rule: str) -> None:
    mention = first(text)
    assert (str(mention.value), mention.rule) == (value, rule)


def test_may_the_month_does_not_send_the_next_day_ahead() -> None:
    mentions = find(Reading("In May he hid, on Monday he ran."), ((0, PartialDate.parse("2004-04-15")),))
    assert str(mentions[1].value) == "2004-04-12"


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("In 1999 he won. On 30 January of the following year he fell.", "2000-01-30", "1999"),
        ("In 1999 he won. On 24 February that year it rained.", "1999-02-24", "1999"),
        ("In 1999 he won. By 3-5 June the next year all was over.", "2000-06-03/2000-06-05", "1999"),
        ("In 1999 he won. It was the last day of June that year.", "1999-06-30", "1999"),
        ("In 1999 he won. In the fall of that year he fell.", "1999-23", "1999"),
        ("In 1999 he won. In the last months of that year he fell.", "1999@late", "1999"),
        ("In 1999 he won. On 5 May last year he fell.", "2003-05-05", "2004-04-15"),
        ("In 1999 he won. He returns on 5 May next year.", "2005-05-05", "2004-04-15"),
        ("On 3 March 2004 they came. By evening, all was over.", "2004-03-03TEV", "2004-03-03"),
        ("On 3 March 2004 they came. By dawn, all was over.", "2004-03-04TMO", "2004-03-03"),
        ("On 3 March 2004 they came. On the evening of the 5th they left.", "2004-03-05TEV", "2004-03-03"),
    ],
)
def test_a_date_counts_from_the_one_before_or_from_the_day_of_writing(text: str, value: str, anchor: str) -> None:
    mention = find(Reading(text), ((0, PartialDate.parse("2004-04-15")),))[1]
    assert (str(mention.value), str(mention.anchor)) == (value, anchor)


def test_a_full_date_counts_from_nothing() -> None:
    assert first("At 5 p.m. on 3 May 2003 he left.").anchor is None


REPORT = (
    """Egor Panin left Nukus on Friday, the League of Millers said. On Friday evening he met Malika. She
had come on Wednesday. """
    + "The mint has cut its coins by half, and the bakers want it to go on. " * 20
)


def test_a_report_that_opens_with_the_weekday_of_tomorrow_was_written_then() -> None:
    found = find(Reading(REPORT), ((0, PartialDate.parse("2004-04-15")),))
    assert [str(mention.value) for mention in found] == ["2004-04-16", "2004-04-16TEV", "2004-04-14"]
    assert found[0].rule == "weekday: of tomorrow, since news is not that old"


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ("on Friday, the", "last Friday, the", "2004-04-09"),
        ("left Nukus on Friday", "had left Nukus on Friday", "2004-04-09"),
        ("on Friday, the", "from Friday to Sunday, the", "2004-04-09"),
        ("Egor Panin", "On 14 April, Egor Panin", "2004-04-09"),
    ],
)
def test_such_a_weekday_is_six_days_old_where_the_words_say_so(old: str, new: str, value: str) -> None:
    found = find(Reading(REPORT.replace(old, new, 1)), ((0, PartialDate.parse("2004-04-15")),))
    assert value in [str(mention.value) for mention in found]


@pytest.mark.parametrize("line", ["April 15, 2004", "15 April 2004", "Posted 2004-04-15"])
def test_a_report_that_bears_its_date_was_written_then(line: str) -> None:
    text = f"{line}\n{REPORT}"
    reading = Reading(text, view=" " * len(line) + text[len(line) :])
    found = find(reading, ((0, PartialDate.parse("2004-04-15")),))
    assert str(found[0].value) == "2004-04-09"


def test_few_lines_are_no_report() -> None:
    assert str(first("Egor Panin left Nukus on Friday.").value) == "2004-04-09"
