import random

import attrs
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru import Article, Block, Corpus, Quote, Span
from uzru.model import QuoteId
from uzru.model.similarity import find_near_duplicates, find_repeated, shingles, similarity
from uzru.testing import news_texts

WORDS = [f"word{number}" for number in range(2_000)]


def made(seed: int, length: int = 300) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(length)]


def changed(words: list[str], seed: int, share: float) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def articles(*texts: list[str]) -> list[Article]:
    return [Article(text=" ".join(words)) for words in texts]


def test_versions_of_one_story_are_linked_and_others_are_not() -> None:
    story = made(1)
    found = find_near_duplicates(articles(made(2), story, made(3), changed(story, 4, 0.03), story[:250], made(5)))
    assert [[group.articles[0].text[:20], len(group.articles)] for group in found] == [[" ".join(story)[:20], 3]]
    first, second, third = found[0].similarities
    assert first == 1
    assert 0.5 < second < 1
    assert 0.7 < third < 1


def test_nearly_all_pairs_above_the_threshold_are_found() -> None:
    stories = [made(seed) for seed in range(100)]
    again = [changed(words, seed, 0.05) for seed, words in enumerate(stories, 1_000)]
    texts = articles(*stories, *again)
    wanted = sum(similarity(shingles(texts[at]), shingles(texts[at + 100])) >= 0.5 for at in range(100))
    assert wanted > 90
    assert len(find_near_duplicates(texts)) >= 0.97 * wanted


def test_a_thousand_copies_are_one_group() -> None:
    (group,) = find_near_duplicates(articles(*[made(1)] * 1_000))
    assert len(group.articles) == 1_000
    assert set(group.similarities) == {1.0}


def test_the_frame_of_a_page_makes_no_stories_alike() -> None:
    frame = " ".join(made(1, 900))
    pages = []
    for seed in (2, 3):
        story = " ".join(made(seed))
        text = f"{frame}\n{story}"
        at = len(frame) + 1
        blocks = (Block(kind="boilerplate", span=Span(0, at - 1)), Block(kind="paragraph", span=Span(at, len(text))))
        pages.append(Article(text=text, blocks=blocks))
    assert find_near_duplicates(pages) == ()
    bare = [attrs.evolve(page, blocks=()) for page in pages]
    assert len(find_near_duplicates(bare, threshold=0.5)) == 1


def test_the_threshold_is_kept() -> None:
    story = made(1)
    pair = articles(story, story[:240])
    assert len(find_near_duplicates(pair, threshold=0.75)) == 1
    assert find_near_duplicates(pair, threshold=0.9) == ()


def test_short_texts_are_like_no_other() -> None:
    assert Corpus([uzru.parse("A mint opened.")] * 3).near_duplicates() == ()


def test_the_seeds_are_different_stories() -> None:
    assert uzru.load_seeds().near_duplicates() == ()


@given(news_texts())
def test_any_text_is_like_itself(text: str) -> None:
    article = uzru.parse(text)
    held = shingles(article)
    assert similarity(held, held) == 1
    assert len(find_near_duplicates([article, article])) == (len(held) >= 10)


@given(st.frozensets(st.integers(0, 50)), st.frozensets(st.integers(0, 50)))
def test_similarity_is_the_share_of_what_both_have(one: frozenset[int], other: frozenset[int]) -> None:
    expected = len(one & other) / len(one | other) if one | other else 0
    assert similarity(one, other) == similarity(other, one) == expected


def quoting(*quotations: list[str]) -> Article:
    """An article of quotations in marks."""
    text, quotes = "", []
    for number, words in enumerate(quotations):
        span = Span(len(text) + 1, len(text) + 1 + len(" ".join(words)))
        text += f'"{" ".join(words)}" '
        quotes.append(Quote(id=QuoteId(f"quote-{number}"), kind="direct", spans=(span,), text=text[span.slice]))
    return Article(text=text, quotes=tuple(quotes))


def texts(groups: tuple[tuple[Quote, ...], ...]) -> list[list[str]]:
    return [[quote.text for quote in group] for group in groups]


def test_a_quotation_that_another_article_cuts_short_is_known_again() -> None:
    whole, other = made(1, 40), made(2, 40)
    found = find_repeated([quoting(whole), quoting(other), quoting(whole[5:20]), quoting(made(3, 12), whole[:38])])
    assert texts(found) == [[" ".join(words) for words in (whole, whole[5:20], whole[:38])]]


def test_quotations_that_share_only_some_words_are_two() -> None:
    words = made(1, 30)
    assert find_repeated([quoting(words[:18]), quoting(words[12:])]) == ()
    assert len(find_repeated([quoting(words[:18]), quoting(words[12:])], threshold=0.2)) == 1


def test_a_short_quotation_must_be_the_same_letter_by_letter() -> None:
    said = ["Nobody", "knows", "what", "happened"]
    assert len(find_repeated([quoting(said), quoting(["nobody", "knows", "what", "happened!"])])) == 1
    assert find_repeated([quoting(said), quoting(["nobody", "knows", "what", "happens"])]) == ()


def test_what_one_article_says_twice_is_not_repeated_by_another() -> None:
    assert find_repeated([quoting(made(1, 20), made(1, 20)), quoting(made(2, 20))]) == ()


def test_a_thousand_copies_of_a_quotation_are_one_group() -> None:
    copies = [quoting(made(1, 20)) for _ in range(1_000)]
    assert [len(group) for group in find_repeated(copies)] == [1_000]
