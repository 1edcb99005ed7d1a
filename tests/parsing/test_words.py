"""The words of a text with their offsets."""

from hypothesis import given
from hypothesis import strategies as st

from uzru.parsing.words import MARKS, Words

TEXTS = st.text(alphabet="ab- \n.’é", max_size=60)
WANTED = st.sets(st.text(alphabet="ab-é", max_size=3), max_size=5)


@given(TEXTS, WANTED)
def test_few_words_are_found_where_many_are(text: str, wanted: set[str]) -> None:
    words = Words(text)
    many = wanted | {f"{number}x" for number in range(30)}  # so that all words are looked at
    assert words.spots(wanted) == words.spots(many)


@given(TEXTS)
def test_words_begin_where_they_stand(text: str) -> None:
    words = Words(text)
    for number, word in enumerate(words.words):
        assert text.startswith(word, words.start(number))
        assert not set(word) & {" ", *MARKS}
