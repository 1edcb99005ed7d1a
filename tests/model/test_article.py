import pytest

from uzru import Actor, Article, Block, Mention, ModelError, Quote, Span
from uzru.model import ActorKind, BlockKind, MentionForm, QuoteId, QuoteKind

TEXT = '"We stay," Panin said.'
PANIN = Actor(name="Egor Panin", kind=ActorKind.PERSON)


def quote(**fields: object) -> Quote:
    given = {"id": QuoteId("quote-1"), "kind": "direct", "spans": (Span(1, 9),), "text": "We stay,", **fields}
    return Quote(**given)  # type: ignore[arg-type]


def test_an_article_without_facts_is_an_article() -> None:
    assert Article(text="").blocks == ()


def test_the_id_is_made_from_the_text_alone() -> None:
    assert Article(text=TEXT).id == Article(text=TEXT, headline="A").id != Article(text=TEXT + " ").id


def test_a_span_outside_the_text_is_refused() -> None:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, 99))
    with pytest.raises(ModelError, match=r"blocks\[0\].span is Span\(0, 99\), but the text ends at 22"):
        Article(text=TEXT, blocks=(block,))


def test_blocks_that_overlap_are_refused() -> None:
    blocks = (Block(kind="paragraph", span=Span(0, 10)), Block(kind="paragraph", span=Span(9, 22)))
    with pytest.raises(ModelError, match="before the block ahead of it ends"):
        Article(text=TEXT, blocks=blocks)


def test_text_that_no_block_holds_is_refused() -> None:
    with pytest.raises(ModelError, match="no block holds the text from 10 on: 'Panin said"):
        Article(text=TEXT, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, 10)),))
    with pytest.raises(ModelError, match="no block holds the text at 0 to 10"):
        Article(text=TEXT, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(10, 22)),))


def test_a_quotation_that_is_not_what_its_spans_say_is_refused() -> None:
    with pytest.raises(ModelError, match="not what its spans say"):
        Article(text=TEXT, quotes=(quote(text="We go,"),))


def test_an_actor_that_the_table_lacks_is_refused() -> None:
    mention = Mention(span=Span(11, 16), actor=PANIN, form=MentionForm.NAME)
    with pytest.raises(ModelError, match="`actors` does not list"):
        Article(text=TEXT, mentions=(mention,))
    with pytest.raises(ModelError, match="`actors` does not list"):
        Article(text=TEXT, quotes=(quote(speaker=PANIN),))


def test_a_repeat_of_no_quotation_is_refused() -> None:
    with pytest.raises(ModelError, match="is no quote of the article"):
        Article(text=TEXT, quotes=(quote(repeats=QuoteId("quote-9")),))


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ModelError) as caught:
        Article(text=TEXT, quotes=(quote(text="We go,", speaker=PANIN),))
    assert len(str(caught.value).splitlines()) == 3


def test_verbatim_words_outside_the_content_are_refused() -> None:
    with pytest.raises(ModelError, match="lies in no piece of the content"):
        quote(verbatim=(Span(0, 9),))


def test_a_quotation_without_content_is_refused() -> None:
    with pytest.raises(ModelError, match="at least one piece"):
        quote(spans=(), text="")


def test_the_block_at_an_offset_is_found() -> None:
    article = Article(text=TEXT, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, 22)),))
    assert article.block_at(5) == article.blocks[0]
    assert article.block_at(22) is None


def test_long_quotations_are_cut_in_the_middle_for_people() -> None:
    text = "word " * 40
    long = Quote(id=QuoteId("q"), kind=QuoteKind.DIRECT, spans=(Span(0, len(text)),), text=text)
    assert len(repr(long)) < 100
    assert repr(long).startswith("Quote(None, direct, 'word word")
