import re

import attrs
import pytest
from hypothesis import given

import uzru
from uzru import Article, FormatError
from uzru.formats.brat import HUMAN, brat_configuration, from_brat, to_brat
from uzru.testing import news_texts


def facts(article: Article) -> list[object]:
    dates = sorted(article.dates, key=lambda date: date.span)
    mentions = sorted(article.mentions, key=lambda mention: (mention.span, mention.actor.id))
    return [mentions, article.places, dates, article.quotes, article.events]


def lines(article: Article, letter: str) -> list[str]:
    return [line for line in to_brat(article).split("\n") if line.startswith(letter)]


def test_untouched_annotations_give_the_same_facts_back(report: Article) -> None:
    assert facts(from_brat(report.text, to_brat(report), report)) == facts(report)
    assert from_brat(report.text, to_brat(report), report).actors == report.actors


@pytest.mark.parametrize("seed", [0, 1])
def test_the_seeds_come_back_as_they_were(seed: int) -> None:
    article = uzru.load_seeds()[seed]
    back = from_brat(article.text, to_brat(article), article)
    assert [quote.speaker for quote in back.quotes] == [quote.speaker for quote in article.quotes]
    assert facts(back) == facts(article)


@given(news_texts())
def test_annotations_of_any_text_are_read_again(text: str) -> None:
    article = uzru.parse(text, date="2004-05-02")
    back = from_brat(text, to_brat(article), article)
    assert back.quotes == article.quotes
    assert [event.sources for event in back.events] == [event.sources for event in article.events]


def test_text_bound_annotations_stand_on_their_words(report: Article) -> None:
    for line in lines(report, "T"):
        _, place, words = line.split("\t")
        spans = [tuple(map(int, pair.split())) for pair in place.split(" ", 1)[1].split(";")]
        assert words == " ".join(report.text[start:end] for start, end in spans)


def test_a_quotation_in_pieces_is_discontinuous(report: Article) -> None:
    (first, *_) = [line for line in lines(report, "T") if "\tDirect " in line]
    assert ";" in first
    assert first.endswith("We will stay [here]... And so will the mint,")


def test_who_speaks_how_and_to_whom_are_relations(report: Article) -> None:
    assert [line.split("\t")[1].split()[0] for line in lines(report, "R")] == [
        "Cue",
        "Speaker",
        "Addressee",
        "Cue",
        "Speaker",
    ]


def test_events_have_arguments_and_attributes(report: Article) -> None:
    assert [re.sub(r"T\d+", "T", line) for line in lines(report, "E")] == [
        "E1\tCONSULT:T Source:T Target:T Place:T",
        "E2\tASSAULT:T When:T",
    ]
    assert "Status E1 planned" in to_brat(report)
    assert "Mode E1 visit" in to_brat(report)


def test_a_corrected_speaker_is_a_fact_that_a_person_made(report: Article) -> None:
    mentions = {line.split("\t")[2]: line.split("\t")[0] for line in lines(report, "T") if "\tPerson " in line}
    content = next(line.split("\t")[0] for line in lines(report, "T") if "\tIndirect " in line)
    corrected = re.sub(
        rf"Speaker Arg1:{content} Arg2:T\d+", f"Speaker Arg1:{content} Arg2:{mentions['Egor Panin']}", to_brat(report)
    )
    back = from_brat(report.text, corrected, report)
    changed = back.quotes[1]
    assert (str(changed.speaker), changed.rule, changed.confidence) == ("Egor Panin", HUMAN, 1.0)
    assert back.quotes[0] == report.quotes[0]
    assert back.events[1].reported_by is None or back.events[1].reported_by in {quote.id for quote in back.quotes}


def test_what_was_deleted_is_gone(report: Article) -> None:
    without = "".join(f"{line}\n" for line in to_brat(report).split("\n") if line[:1] not in ("E", "A", "R"))
    back = from_brat(report.text, without, report)
    assert back.events == ()
    assert [quote.speaker for quote in back.quotes if quote.repeats is None] == [None, None]
    assert [actor.name for actor in back.actors] == ["Egor Panin", "Neil Ashdown"]


def test_a_deleted_pull_quote_source_takes_the_pull_quote_along(report: Article) -> None:
    without = [line for line in to_brat(report).split("\n") if "\tDirect " not in line and line[:1] != "R"]
    assert [quote.kind for quote in from_brat(report.text, "\n".join(without), report).quotes] == ["indirect"]


def test_annotations_made_by_hand_alone_make_an_article() -> None:
    text = "Ortikov said on Monday the mint\nis closed."
    made = "\n".join(
        [
            "T1\tPerson 0 7\tOrtikov",
            "T2\tCue 8 12\tsaid",
            "T3\tIndirect 23 31;32 41\tthe mint is closed",
            "T4\tDate 16 22\tMonday",
            "T5\tREJECT 35 41\tclosed",
            "T6\tOrganization 27 31\tmint",
            "R1\tSpeaker Arg1:T3 Arg2:T1\t",
            "R2\tCue Arg1:T3 Arg2:T2\t",
            "E1\tREJECT:T5 Source:T1 Target:T6 When:T4",
            "A1\tStatus E1 ongoing",
            "A2\tReciprocal E1",
            "A3\tForm T1 short-name",
            "#1\tAnnotatorNotes T4\t2004-05-03",
            "#2\tAnnotatorNotes T1\tis this the minister?",
        ]
    )
    article = from_brat(text, made)
    (quote,) = article.quotes
    assert (quote.text, str(quote.speaker), quote.cue and quote.cue.lemma) == ("the mint is closed", "Ortikov", "said")
    (event,) = article.events
    assert (str(event.when), event.status, event.reciprocal) == ("2004-05-03", "ongoing", True)
    assert event.span == uzru.Span(0, 41)
    assert [mention.form for mention in article.mentions] == ["short-name", "name"]
    assert {quote.rule, event.rule, article.dates[0].rule, *article.mentions[0].why} == {HUMAN}


def test_equivalent_mentions_are_one_actor() -> None:
    text = "Malika Ortikova left. Ortikova laughed."
    made = "T1\tPerson 0 15\tMalika Ortikova\nT2\tPerson 22 30\tOrtikova\n*\tEquiv T1 T2\n"
    assert [str(mention.actor) for mention in from_brat(text, made).mentions] == ["Malika Ortikova"] * 2


def test_a_changed_kind_makes_another_actor_of_the_same_name(report: Article) -> None:
    changed = to_brat(report).replace("\tPerson ", "\tGroup ")
    kinds = {(actor.name, actor.kind) for actor in from_brat(report.text, changed, report).actors}
    assert kinds == {("Egor Panin", "group"), ("Neil Ashdown", "group")}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T1\tPerson 0 999\tEgor", "line 1: T1 lies outside the text"),
        ("T1\tPerson zero four\tEgor", "line 1: T1 wants a type and offsets"),
        ("T1\tPerson 4 0\tEgor", "lies outside"),
        ("hello", "line 1: this is no annotation of brat: 'hello'"),
        ("R1\tSpeaker T1 T2", "no annotation"),
        ("R1\tSpeaker Arg1:T1 Arg2:T2", "T1 is used but not given"),
        ("T1\tDANCE 0 1\tx\nE1\tDANCE:T1", "'DANCE' is not one of"),
        ("T1\tDate 0 1\tx\n#1\tAnnotatorNotes T1\tsome day", "some day"),
        ("T1\tPerson 0 1\tx\nA1\tForm T1 yodel", "'yodel' is not one of"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, said: str) -> None:
    with pytest.raises(FormatError, match=re.escape(said)):
        from_brat("Egor said so.", line)


def test_another_text_is_refused(report: Article) -> None:
    with pytest.raises(FormatError, match="another text"):
        from_brat("Other", "", report)


def test_names_of_several_lines_keep_to_one_line() -> None:
    actor = uzru.Actor(name="New\nMint", kind="organization")
    text = "New\nMint\tsaid"
    article = Article(
        text=text,
        actors=(actor,),
        mentions=(uzru.Mention(span=uzru.Span(0, 8), actor=actor, form="name"),),
    )
    assert to_brat(article).split("\n")[0] == "T1\tOrganization 0 8\tNew Mint"
    assert from_brat(text, to_brat(article), article).mentions == article.mentions


def test_the_configuration_names_every_type_that_is_written(report: Article) -> None:
    configuration = brat_configuration()
    for line in to_brat(report).split("\n"):
        if line and line[0] in "TRE":
            type_ = re.split(r"[ :]", line.split("\t")[1])[0]
            assert re.search(rf"^\t?{type_}\b", configuration, re.MULTILINE), type_


def test_a_speaker_whom_no_words_name_comes_back(report: Article) -> None:
    nameless = attrs.evolve(report.quotes[0], speaker_span=None)
    article = attrs.evolve(report, quotes=(nameless, *report.quotes[1:]))
    assert from_brat(article.text, to_brat(article), article).quotes == article.quotes


def test_words_that_name_two_actors_name_both_again() -> None:
    one, two = (uzru.Actor(name=name, kind="person") for name in ("Egor Panin", "Neil Ashdown"))
    text = "The presidents met."
    span = uzru.Span(4, 14)
    mentions = tuple(uzru.Mention(span=span, actor=actor, form="title") for actor in (one, two))
    article = Article(text=text, actors=(one, two), mentions=mentions)
    assert from_brat(text, to_brat(article), article).mentions == mentions
