"""Articles built by hand, in which every field is set; and examples that wait for an optional package."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import attrs
import pytest
from hypothesis import settings

from uzru import Article, Corpus, Span, parse_when
from uzru.model import (
    Actor,
    Block,
    Credit,
    Cue,
    Dateline,
    DateMention,
    Event,
    EventId,
    Interval,
    Link,
    Magnitude,
    Mention,
    PartialDate,
    Place,
    PlaceMention,
    Quote,
    QuoteId,
    Role,
    Source,
)

# The first example of a property may have to build a parser.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_NEEDS = re.compile(r"^(?:<!--|#) examples need: ([\w, .]+?)(?: -->)?$", re.MULTILINE)


@cache
def _missing(path: Path) -> list[str]:
    """The packages that a page or module says its examples need, and that are not here."""
    found = _NEEDS.search(path.read_text(encoding="utf-8"))
    return [name for name in found[1].split(", ") if find_spec(name) is None] if found else []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the examples that cannot run here as skipped."""
    for item in items:
        if isinstance(item, pytest.DoctestItem) and (missing := _missing(item.path)):
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(missing)}"))


TEXT = (
    "Latest News\n"
    "Panin Visits Nukus <b>& Mint</b>\n"
    "He stays for two days.\n"
    "Brno, 2 May 2004 (RFE/RL) -- \u201cWe will stay [here]...\u201d President Egor Panin told Neil Ashdown in Nukus.\n"
    "\u201cAnd so will the mint,\u201d he added. Ashdown \U0001f600 said three people were killed on 1 May.\n"
    "We will stay [here]\n"
    "(Malika Ortikova contributed to this report.)\n"
    "Other News\n"
)


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def report() -> Article:
    """A report of two speakers, with every field set."""
    held = parse_when("2001-03/..")
    assert isinstance(held, Interval)
    role = Role(title="president", organization="Mint", country="KAZ", held=held)
    panin = Actor(
        name="Egor Panin",
        kind="person",
        country="KAZ",
        sectors=("GOV",),
        aliases=("Panin",),
        roles=(role, Role(title="politician")),
        wikidata="Q1",
    )
    ashdown = Actor(name="Neil Ashdown", kind="person")
    nukus = Place(name="Nukus", country="UZB")
    day, yesterday = PartialDate.parse("2004-05-02"), PartialDate.parse("2004-05-01")
    head, tail = at("We will stay [here]..."), at("And so will the mint,")
    quote = Quote(
        id=QuoteId("quote-1"),
        kind="direct",
        spans=(head, tail),
        verbatim=(head, tail),
        text=f"{TEXT[head.slice]} {TEXT[tail.slice]}",
        speaker=panin,
        speaker_span=at("Egor Panin"),
        cue=Cue(span=at("told"), lemma="tell"),
        addressee=ashdown,
        addressee_span=at("Neil Ashdown"),
        when=day,
        insertions=(at("[here]"),),
        elisions=(at("..."),),
        confidence=0.9,
        rule="before the verb",
    )
    said = at("three people were killed on 1 May")
    reported = Quote(
        id=QuoteId("quote-2"),
        kind="indirect",
        spans=(said,),
        text=TEXT[said.slice],
        speaker=ashdown,
        speaker_span=at("Ashdown", 1),
        cue=Cue(span=at("said"), lemma="say", category="speech"),
        confidence=0.5,
        rule="verb and clause",
    )
    again = at("We will stay [here]", 1)
    pulled = Quote(
        id=QuoteId("quote-3"), kind="direct", spans=(again,), text=TEXT[again.slice], speaker=panin, repeats=quote.id
    )
    visit = Event(
        id=EventId("event-1"),
        type="CONSULT",
        modes=("visit",),
        contexts=("diplomatic",),
        status="planned",
        sources=(panin,),
        targets=(ashdown,),
        when=parse_when("2004-05-01/2004-05-03"),  # type: ignore[arg-type]
        place=nukus,
        span=at("Panin Visits Nukus"),
        repeats=(at("He stays for two days."),),
        trigger=at("Visits"),
        inner="AID",
        confidence=0.25,
        rule="visit",
    )
    killed = Event(
        id=EventId("event-2"),
        type="ASSAULT",
        when=yesterday,
        span=said,
        trigger=at("killed"),
        reported_by=reported.id,
        magnitudes=(Magnitude(kind="killed", low=3, high=3),),
    )
    return Article(
        text=TEXT,
        blocks=(
            Block(kind="boilerplate", span=at("Latest News")),
            Block(kind="headline", span=at("Panin Visits Nukus <b>& Mint</b>")),
            Block(kind="summary", span=at("He stays for two days.")),
            Block(kind="dateline", span=at("Brno, 2 May 2004 (RFE/RL) --")),
            Block(kind="paragraph", span=Span(at("\u201cWe will").start, at("in Nukus.").end)),
            Block(kind="answer", span=Span(at("\u201cAnd so").start, at("1 May.").end), label=at("And")),
            Block(kind="pull-quote", span=again, repeats=head),
            Block(kind="contributors", span=at("(Malika Ortikova contributed to this report.)")),
            Block(kind="related", span=at("Other News")),
        ),
        headline="Panin Visits Nukus <b>& Mint</b>",
        summary="He stays for two days.",
        dateline=Dateline(
            span=at("Brno, 2 May 2004 (RFE/RL) --"),
            place=Place(name="Brno", country="CZE"),
            date=day,
            agency="RFE/RL",
        ),
        published=day,
        byline=(Credit(name="Joan Lee", span=at("Brno"), role="editor", organization="RFE/RL", place="Brno"),),
        contributors=(Credit(name="Malika Ortikova", span=at("Malika Ortikova")),),
        credits=(Credit(name="RFE/RL", span=at("RFE/RL")),),
        related=(Link(title="Other News", span=at("Other News"), url="https://example.org/other"),),
        language="en",
        source=Source(url="https://example.org/mint", path="mint.txt", publisher="RFE/RL", style="rferl"),
        actors=(panin, ashdown),
        mentions=(
            Mention(span=at("Panin"), actor=panin, form="short-name"),
            Mention(span=at("Egor Panin"), actor=panin, form="name", role=role, why=("after a title",)),
            Mention(span=at("Neil Ashdown"), actor=ashdown, form="name"),
            Mention(span=Span(at("he added").start, at("he added").start + 2), actor=panin, form="pronoun"),
            Mention(span=at("Ashdown", 1), actor=ashdown, form="short-name"),
        ),
        places=(PlaceMention(span=at("Nukus"), place=nukus), PlaceMention(span=at("Nukus", 1), place=nukus)),
        dates=(
            DateMention(span=at("two days"), type="DURATION", value=parse_when("P2D")),
            DateMention(span=at("2 May 2004"), type="DATE", value=day, rule="full date"),
            DateMention(span=at("1 May"), type="DATE", value=yesterday, anchor=day, rule="day and month"),
            DateMention(span=at("stay"), type="SET", value=None),
        ),
        quotes=(quote, reported, pulled),
        events=(visit, killed),
        items=(Article(text=TEXT[:11]), Article(text=TEXT[12:44], offset=12, actors=(panin,))),
    )


@pytest.fixture(name="report", scope="session")
def report_fixture() -> Article:
    """A report of two speakers, with every field of every class set."""
    return report()


@pytest.fixture(scope="session")
def two_reports(report: Article) -> Corpus:
    """That report, and a later one that gives its first quotation again."""
    text = "Panin: \u201cWe will stay [here]... And so will the mint,\u201d said Panin."
    span = Span(text.index("We will"), text.index("\u201d"))
    panin = report.actors[0]
    again = Quote(
        id=QuoteId("quote-9"), kind="direct", spans=(span,), verbatim=(span,), text=text[span.slice], speaker=panin
    )
    later = Article(
        text=text,
        published=PartialDate.parse("2005-06"),
        actors=(attrs.evolve(panin, aliases=()),),
        quotes=(attrs.evolve(again, speaker=attrs.evolve(panin, aliases=())),),
    )
    return Corpus([report, later])
