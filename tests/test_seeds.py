"""What the two packaged reports must give, told without offsets."""

from collections import Counter

import pytest

import uzru
from uzru import Article, Event, Quote
from uzru.model import ActorKind, BlockKind, EventStatus, QuoteKind

FIRST, SECOND = uzru.load_seeds()


def blocks(article: Article, kind: str) -> list[str]:
    return [article.text[block.span.slice] for block in article.blocks if block.kind == kind]


def quotes(article: Article, *kinds: str) -> list[Quote]:
    return [quote for quote in article.quotes if quote.kind in kinds]


def speaker(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def names(article: Article, kind: ActorKind) -> set[str]:
    return {actor.name for actor in article.actors if actor.kind is kind}


def roles(article: Article, name: str) -> set[str]:
    (actor,) = (actor for actor in article.actors if actor.name == name)
    said = {mention.role for mention in article.mentions if mention.actor == actor and mention.role}
    return {str(role) for role in said}


def dates(article: Article) -> list[tuple[str, str | None]]:
    return [(article.text[d.span.slice], None if d.value is None else str(d.value)) for d in article.dates]


def events(article: Article, type_: str, words: str) -> list[Event]:
    return [e for e in told(article, words) if e.type == type_]


def told(article: Article, words: str) -> list[Event]:
    """The events whose evidence holds these words."""
    return [e for e in article.events if any(words in article.text[s.slice] for s in (e.span, *e.repeats))]


def sides(event: Event) -> tuple[set[str], set[str]]:
    """Everybody's country, or name where there is none."""
    return {a.country or a.name for a in event.sources}, {a.country or a.name for a in event.targets}


# --- the first seed: the page ---


def test_frame_headline_summary_and_dateline_are_told_apart() -> None:
    assert blocks(FIRST, "boilerplate") == ["Accessibility links", "Breaking News"]
    assert FIRST.headline == "Uzbekistan: Karimov Makes Rare Visit To Moscow For Talks With Putin"
    assert FIRST.summary is not None
    assert FIRST.summary.startswith("Uzbek President Islam Karimov is in Moscow today")
    assert str(FIRST.dateline) == "Prague, 2004-04-15, RFE/RL"
    assert str(FIRST.published) == "2004-04-15"


def test_contributors_come_with_their_affiliation() -> None:
    assert [(c.name, c.organization, c.role) for c in FIRST.contributors] == [
        ("Gulnoza Saidazimova", "RFE/RL's Uzbek Service", None),
        ("Bruce Pannier", None, "correspondent"),
    ]


# --- the first seed: who said what ---


def test_there_are_seven_quotations_in_marks() -> None:
    marked = quotes(FIRST, "direct", "mixed")
    assert [(speaker(q), q.kind.value, len(q.spans), q.repeats is not None) for q in marked] == [
        ("Shirin Akiner", "direct", 1, False),
        ("Islam Karimov", "direct", 1, True),
        ("Human Rights Watch", "mixed", 1, False),
        ("Kamoliddin Rabbimov", "direct", 2, False),
        ("Islam Karimov", "direct", 2, False),
        ("Lena Jonson", "direct", 1, False),
        ("Kamoliddin Rabbimov", "direct", 2, False),
    ]


def test_the_pull_quote_repeats_the_presidents_words() -> None:
    pulled = next(q for q in FIRST.quotes if q.repeats)
    repeated = next(q for q in FIRST.quotes if q.id == pulled.repeats)
    assert pulled.text.rstrip(".") in repeated.text
    assert repeated.speaker_span is not None
    assert FIRST.text[repeated.speaker_span.slice] == "he"


def test_the_mixed_one_was_said_the_day_before_and_holds_marked_words() -> None:
    (mixed,) = quotes(FIRST, "mixed")
    assert str(mixed.when) == "2004-04-14"
    assert [FIRST.text[v.slice].split()[0] for v in mixed.verbatim] == ["broadening"]
    assert mixed.text.startswith("the violence in Uzbekistan prompted")


def test_insertions_and_ellipses_are_marked() -> None:
    inserted = [FIRST.text[s.slice] for q in FIRST.quotes for s in q.insertions]
    assert inserted == ["[in relations with Uzbekistan]", "[living in Uzbekistan]", "[do]", "[to Moscow]"]
    assert [FIRST.text[s.slice] for q in FIRST.quotes for s in q.elisions] == ["...."]


def test_eight_statements_are_reported() -> None:
    assert Counter(speaker(q) for q in quotes(FIRST, "indirect")) == {
        "Uzbek Foreign Ministry": 1,
        "Gazprom": 1,
        "Shirin Akiner": 1,
        "Kamoliddin Rabbimov": 2,
        "Islam Karimov": 1,
        "Lena Jonson": 2,
    }


# --- the first seed: who is who ---


def test_the_actors_of_the_first_seed() -> None:
    assert names(FIRST, ActorKind.PERSON) == {
        "Islam Karimov",
        "Vladimir Putin",
        "Shirin Akiner",
        "Kamoliddin Rabbimov",
        "Lena Jonson",
        "Gulnoza Saidazimova",
        "Bruce Pannier",
    }
    assert names(FIRST, ActorKind.COUNTRY) >= {"Uzbekistan", "Russia", "United States"}
    assert names(FIRST, ActorKind.ORGANIZATION) >= {
        "Uzbek Foreign Ministry",
        "Gazprom",
        "Royal Institute of International Affairs",
        "Human Rights Watch",
        "Swedish Institute of International Affairs",
    }


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Islam Karimov", "president (UZB)"),
        ("Vladimir Putin", "president (RUS)"),
        ("Kamoliddin Rabbimov", "political analyst"),
        ("Lena Jonson", "senior research fellow (Swedish Institute of International Affairs)"),
    ],
)
def test_roles_are_what_the_text_gives(name: str, role: str) -> None:
    assert role in roles(FIRST, name)


def test_a_specialist_is_known_with_the_institute() -> None:
    assert any("specialist" in role and "Royal Institute" in role for role in roles(FIRST, "Shirin Akiner"))


# --- the first seed: when ---


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("15 April 2004", "2004-04-15"),
        ("today", "2004-04-15"),
        ("yesterday", "2004-04-14"),
        ("one day after", "2004-04-14"),
        ("the 1990s", "199X"),
        ("1999", "1999"),
        ("later that year", "1999"),
        ("11 September", "2001-09-11"),
    ],
)
def test_dates_are_resolved(words: str, value: str) -> None:
    found = [resolved for said, resolved in dates(FIRST) if words in said or said == words.removeprefix("the ")]
    assert found
    assert all((resolved or "").strip("~?%") == value for resolved in found)


# --- the first seed: what happened ---


@pytest.mark.parametrize(
    ("type_", "words", "when"),
    [
        ("CONSULT", "is in Moscow today", "2004-04-15"),
        ("ASSAULT", "wave of violence", None),
        ("COERCE", "arbitrary arrests", None),
        ("ASSAULT", "11 September attacks", "2001-09-11"),
    ],
)
def test_events_of_the_first_seed(type_: str, words: str, when: str | None) -> None:
    found = events(FIRST, type_, words)
    assert found
    assert when is None or str(found[0].when) == when


def test_the_visit_is_of_one_country_to_the_other() -> None:
    visit = events(FIRST, "CONSULT", "is in Moscow today")[0]
    sources, targets = sides(visit)
    assert "UZB" in sources
    assert "RUS" in sources | targets


def test_the_investment_was_announced_the_day_before() -> None:
    found = told(FIRST, "Gazprom announced")
    assert any("RUS" in sides(e)[0] and str(e.when) == "2004-04-14" for e in found)


def test_the_violence_killed_some_47_people() -> None:
    counts = [str(m) for e in FIRST.events for m in e.magnitudes]
    assert any("47" in count for count in counts)


def test_the_departure_from_the_treaty_is_dated_and_past() -> None:
    left = told(FIRST, "left the Collective Security Treaty")
    assert any(str(e.when) == "1999" and "UZB" in sides(e)[0] for e in left)


# --- the second seed ---


def test_nothing_is_invented_for_the_fragment() -> None:
    assert SECOND.headline is None
    assert SECOND.summary is None
    assert SECOND.dateline is None
    assert SECOND.published is None
    assert {value for said, value in dates(SECOND) if said.startswith("today")} == {None}


def test_its_two_quotations() -> None:
    first, second = quotes(SECOND, "direct", "mixed")
    assert (speaker(first), first.addressee and first.addressee.name, len(first.spans)) == (
        "Vladimir Putin" if "Vladimir Putin" in SECOND.text else "Putin",
        "Islam Karimov",
        2,
    )
    assert (speaker(second), str(second.when), len(second.spans)) == ("Islam Karimov", "2005-11", 2)
    kind = {b.kind for b in SECOND.blocks if second.spans[0] in b.span}
    assert kind == {BlockKind.SIDEBAR}


def test_credits_box_and_related_titles_are_known() -> None:
    assert [credit.name for credit in SECOND.credits] == ["Reuters", "AP", "AFP"]
    assert len(SECOND.related) == 9
    assert SECOND.related[0].title == "Germany Likely To Leave Uzbek Base"
    related = [block.span for block in SECOND.blocks if block.kind is BlockKind.RELATED]
    assert not any(mention.span in span for mention in SECOND.mentions for span in related)


def test_capitals_act_as_their_countries() -> None:
    acting = {SECOND.text[m.span.slice]: m.actor.country for m in SECOND.mentions if m.form == "metonym"}
    assert acting["Moscow"] == "RUS"
    assert acting["Tashkent"] == "UZB"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("signed into law", "RUS"),
        ("kicked the United States out", "UZB"),
        ("signed a strategic-partnership agreement", None),
        ("Moscow has supported", "RUS"),
    ],
)
def test_events_of_the_second_seed(words: str, source: str | None) -> None:
    found = told(SECOND, words)
    assert found
    assert source is None or any(source in sides(e)[0] for e in found)


def test_the_bloodshed_is_dated_may_2005() -> None:
    found = [e for e in SECOND.events if e.type == "ASSAULT" and str(e.when) == "2005-05"]
    assert found


def test_the_expulsion_is_aimed_at_the_united_states() -> None:
    (found, *_) = [e for e in SECOND.events if "kicked" in SECOND.text[e.trigger.slice]]
    assert "USA" in sides(found)[1]
    assert found.status is EventStatus.OCCURRED


def test_reported_speech_of_the_second_seed() -> None:
    said = [q for q in SECOND.quotes if q.kind is QuoteKind.INDIRECT]
    assert any("talks also will help" in q.text for q in said)
