import pytest
from hypothesis import given

import uzru
from uzru import Article, MissingExtraError, Span
from uzru.testing import news_texts

pytest.importorskip("spacy")

import spacy

from uzru.formats.spacy import to_spacy

NLP = spacy.blank("en")


def test_the_doc_has_the_text_and_spans_of_the_article(report: Article) -> None:
    doc = to_spacy(report, NLP)
    assert doc.text == report.text
    quotes = doc.spans["quotes"]
    assert [(span.start_char, span.end_char) for span in quotes] == [
        (span.start, span.end) for quote in report.quotes for span in quote.spans
    ]
    assert [(span.label_, span.kb_id_, span.id_) for span in quotes][:2] == [
        ("direct", report.actors[0].id, report.quotes[0].id)
    ] * 2
    assert [span.text for span in doc.spans["speakers"]] == ["Egor Panin", "Ashdown"]
    assert [(span.text, span.label_) for span in doc.spans["cues"]] == [("told", "tell"), ("said", "say")]
    assert [span.label_ for span in doc.spans["events"]] == ["CONSULT", "ASSAULT"]


def test_names_places_and_dates_are_entities_too(report: Article) -> None:
    doc = to_spacy(report, NLP)
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Panin", "PERSON"),
        ("Nukus", "GPE"),
        ("stay", "SET"),
        ("two days", "DURATION"),
        ("2 May 2004", "DATE"),
        ("Egor Panin", "PERSON"),
        ("Neil Ashdown", "PERSON"),
        ("Nukus", "GPE"),
        ("Ashdown", "PERSON"),
        ("1 May", "DATE"),
    ]


def test_the_doc_survives_being_written_and_read(report: Article) -> None:
    doc = to_spacy(report, NLP)
    back = spacy.tokens.Doc(NLP.vocab).from_bytes(doc.to_bytes())
    assert [(span.start_char, span.end_char) for span in back.spans["mentions"]] == [
        (mention.span.start, mention.span.end) for mention in report.mentions
    ]


def test_edges_within_words_and_blanks_cut_tokens() -> None:
    actor = uzru.Actor(name="A", kind="person")
    spans = (Span(0, 3), Span(3, 4), Span(3, 8), Span(4, 8), Span(5, 6))
    mentions = tuple(uzru.Mention(span=span, actor=actor, form="nominal") for span in spans)
    doc = to_spacy(Article(text="one two  three", actors=(actor,), mentions=mentions), NLP)
    assert doc.text == "one two  three"
    assert [(span.start_char, span.end_char) for span in doc.spans["mentions"]] == [
        (span.start, span.end) for span in spans
    ]


@given(news_texts())
def test_every_fact_of_any_text_keeps_its_offsets(text: str) -> None:
    article = uzru.parse(text)
    doc = to_spacy(article, NLP)
    assert len(doc.text) == len(text)
    for name, facts in (("mentions", article.mentions), ("dates", article.dates), ("blocks", article.blocks)):
        found = [(span.start_char, span.end_char) for span in doc.spans[name]]
        assert found == [(fact.span.start, fact.span.end) for fact in facts]


def test_without_spacy_the_extra_is_named(report: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"uzru\[spacy\]"):
        to_spacy(report)
