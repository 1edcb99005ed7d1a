import attrs
import pytest

import uzru
from uzru import Actor, Article, Corpus, Event, Mention, PartialDate, Quote, Span, parse_when
from uzru.model import ActorKind, EventId, Interval, MentionForm, QuoteId

PANIN = Actor(name="Egor Panin", kind=ActorKind.PERSON, country="KAZ", aliases=("Yegor Panin",))
ASHDOWN = Actor(name="Neil Ashdown", kind=ActorKind.PERSON, country="GBR")


def article(words: str, day: str | None, speaker: Actor, about: Actor, said: str | None = None) -> Article:
    text = f'"{words}, {about.name}," said {speaker.name}.'
    content = Span(1, text.index('"', 1))
    when = parse_when(said) if said else None
    assert when is None or isinstance(when, (PartialDate, Interval))
    at = text.index(about.name)
    quote = Quote(
        id=QuoteId(f"quote-{words}-{day}"),
        kind="direct",
        spans=(content,),
        text=text[content.slice],
        speaker=speaker,
        addressee=about,
        when=when,
    )
    event = Event(
        id=EventId(f"event-{words}"),
        type="CONSULT",
        span=content,
        trigger=content,
        sources=(speaker,),
        targets=(about,),
        when=quote.when or (PartialDate.parse(day) if day else None),
    )
    return Article(
        text=text,
        published=PartialDate.parse(day) if day else None,
        actors=(speaker, about),
        quotes=(quote,),
        events=(event,),
        mentions=(Mention(span=Span(at, at + len(about.name)), actor=about, form=MentionForm.NAME),),
    )


FIRST = article("one", "2004-04-15", PANIN, ASHDOWN)
SECOND = article("two", "2006-02-01", ASHDOWN, PANIN, said="2005-11")
THIRD = article("three", None, PANIN, ASHDOWN)
CORPUS = Corpus([FIRST, SECOND, THIRD])


def words(quotes: tuple[Quote, ...]) -> list[str]:
    return [quote.text.split(",")[0] for quote in quotes]


def test_a_corpus_is_a_sequence_whose_slices_are_corpora() -> None:
    assert len(CORPUS) == 3
    assert CORPUS[0] is FIRST
    assert list(CORPUS[1:]) == [SECOND, THIRD]
    assert isinstance(CORPUS[1:], Corpus)


@pytest.mark.parametrize("name", ["Panin", "panin", "Egor Panin", "Yegor", "KAZ", PANIN])
def test_a_speaker_is_asked_for_by_name_surname_alias_country_or_actor(name: str | Actor) -> None:
    assert words(CORPUS.quotes(by=name)) == ["one", "three"]


@pytest.mark.parametrize("name", ["Pan", "nin", "Egor Ashdown", "kaz"])
def test_a_part_of_a_word_is_nobody(name: str) -> None:
    assert CORPUS.quotes(by=name) == ()


def test_quotes_about_and_to_somebody() -> None:
    assert words(CORPUS.quotes(about="Ashdown")) == ["one", "three"]
    assert words(CORPUS.quotes(to="Panin")) == ["two"]


def test_since_and_until_take_in_the_whole_of_a_partial_date() -> None:
    assert words(CORPUS.quotes(since="2004")) == ["one", "two"]
    assert words(CORPUS.quotes(since="2004-04-16")) == ["two"]
    assert words(CORPUS.quotes(until="2004")) == ["one"]
    assert words(CORPUS.quotes(until="2004-04-15")) == ["one"]
    assert words(CORPUS.quotes(since="2005-11", until="2005-11")) == ["two"]


def test_a_quotations_own_date_wins_over_its_articles() -> None:
    assert words(CORPUS.quotes(since="2006")) == []


def test_kinds_are_told_apart() -> None:
    assert len(CORPUS.quotes(kind="direct")) == 3
    assert CORPUS.quotes(kind="indirect") == ()


def test_a_pull_quote_that_repeats_is_not_counted_twice() -> None:
    again = attrs.evolve(FIRST.quotes[0], id=QuoteId("again"), repeats=FIRST.quotes[0].id)
    assert len(Corpus([attrs.evolve(FIRST, quotes=(*FIRST.quotes, again))]).quotes()) == 1


def test_each_actor_stands_once_with_the_richer_record() -> None:
    poorer = attrs.evolve(PANIN, aliases=())
    corpus = Corpus([article("zero", None, ASHDOWN, poorer), *CORPUS])
    assert corpus.actors() == (ASHDOWN, PANIN)
    assert corpus.actors(kind="country") == ()


def test_events_by_type_side_and_date() -> None:
    assert len(CORPUS.events(type="CONSULT", by="Panin", to="Ashdown")) == 2
    assert len(CORPUS.events(since="2005")) == 1
    assert CORPUS.events(type="ASSAULT") == ()


def test_the_timeline_puts_the_earliest_first_and_leaves_the_undated_out() -> None:
    timeline = CORPUS.timeline()
    assert [str(entry.when) for entry in timeline] == ["2004-04-15", "2004-04-15", "2005-11", "2005-11"]
    assert timeline[0].article is FIRST


def test_the_same_words_in_two_articles_are_found() -> None:
    one = article("a rather long sentence that returns", "2004-01-01", PANIN, ASHDOWN)
    two = article("A rather long sentence -- that returns", "2004-01-02", PANIN, ASHDOWN)
    assert [len(group) for group in Corpus([one, two, FIRST]).repeated()] == [2]


def test_what_could_not_be_read_shows() -> None:
    from uzru import SourceError

    assert repr(Corpus([FIRST], faults=[SourceError("x")])) == "Corpus(1 articles, 1 could not be read)"


def test_spellings_of_one_person_are_joined_across_articles_and_say_why() -> None:
    other = Actor(name="Egor Panyn", kind=ActorKind.PERSON, country="KAZ")
    corpus = Corpus([FIRST, article("four", "2004-05-01", other, ASHDOWN)])
    assert len(corpus.actors(kind="person")) == 2
    assert words(corpus.quotes(by="Egor Panin")) == ["one", "four"]
    assert any(one.reasons for one in corpus.joined)


def test_a_user_says_who_is_the_same_and_who_is_not() -> None:
    other = Actor(name="Egor Panyn", kind=ActorKind.PERSON, country="KAZ")
    articles = [FIRST, article("four", "2004-05-01", other, ASHDOWN)]
    apart = Corpus(articles, different=[("Egor Panin", "Egor Panyn")])
    assert len(apart.actors(kind="person")) == 3
    together = Corpus(articles, same=[("Neil Ashdown", "Egor Panyn")], different=[("Egor Panin", "Egor Panyn")])
    assert len(together.actors(kind="person")) == 2
    assert together[:1].same == together.same


def test_what_went_wrong_is_put_aside_when_results_are_gathered() -> None:
    fault = uzru.SourceError("no such text")
    results: list[Article | uzru.UzruError] = [uzru.parse("A mint opened."), fault, uzru.parse("It closed.")]
    corpus = Corpus.gather(iter(results))
    assert [article.text for article in corpus] == ["A mint opened.", "It closed."]
    assert corpus.faults == (fault,)


def test_a_corpus_of_other_things_is_refused() -> None:
    with pytest.raises(uzru.ModelError, match=r"articles\[1\] is no article but .*SourceError.*Corpus.gather"):
        Corpus([uzru.parse("A mint opened."), uzru.SourceError("no such text")])  # type: ignore[list-item]
    with pytest.raises(uzru.ModelError, match="no article but 'A mint'"):
        Corpus(["A mint"])  # type: ignore[list-item]


def test_a_part_of_a_corpus_has_no_faults_and_says_so() -> None:
    whole = Corpus([FIRST, SECOND], faults=[uzru.SourceError("x")])
    assert whole[:1].faults == ()
    assert repr(whole[:1]) == "Corpus(1 articles)"


def test_the_article_of_a_fact_is_known() -> None:
    corpus = uzru.load_seeds()
    for article in corpus:
        assert all(corpus.article_of(quote) is article for quote in article.quotes)
        assert all(corpus.article_of(event) is article for event in article.events)
    with pytest.raises(uzru.ModelError, match="no article of this corpus has Quote"):
        corpus[:1].article_of(corpus[1].quotes[0])
