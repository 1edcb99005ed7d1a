"""What holds for every text."""

import pickle
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.parsing.names import Names, resolve_pronouns
from uzru.parsing.text import Reading

NAMES = Names(Knowledge())
PIECES = st.sampled_from(
    ["Egor", "Panin", "U.S.", "the", "of", "Bank", "President", "Mr.", ",", ".", "'s", "-", "/", "al-", "he", "It",
     "\n", "Nukus", "Uzbek", "NATO", "(", '"', "\u2028", "\x00", "\ud800", "İstanbul", "ẞ", "said", "who", "police"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_every_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    reading = Reading(text)
    named = resolve_pronouns(reading, NAMES(reading), ())
    for span in [*(mention.span for mention in named.mentions), *(mention.span for mention in named.places)]:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.slice].strip()


@given(TEXTS)
def test_every_actor_is_mentioned_and_every_mention_has_a_listed_actor(text: str) -> None:
    named = NAMES(Reading(text))
    assert {mention.actor for mention in named.mentions} == set(named.actors)


@given(TEXTS)
def test_reading_twice_finds_the_same(text: str) -> None:
    assert NAMES(Reading(text)) == NAMES(Reading(text))


def test_the_stage_can_be_rebuilt_from_its_knowledge() -> None:
    text = "Egor Panin met Malika Ortikova."
    again = Names(pickle.loads(pickle.dumps(Knowledge())))
    assert again(Reading(text)) == NAMES(Reading(text))


def test_hash_seeds_change_nothing() -> None:
    program = (
        "from uzru.knowledge import Knowledge; from uzru.parsing.names import Names;"
        "from uzru.parsing.text import Reading;"
        "n = Names(Knowledge())(Reading('Uzbek President Egor Panin of the Steppe Party met U.S. lawmakers in Brno.'));"
        "print(n.mentions, n.places, n.actors)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_work_grows_with_the_text_and_no_faster() -> None:
    """Counted in function calls, which no busy machine changes."""

    def calls(text: str) -> int:
        count = 0

        def tick(*_: object) -> None:
            nonlocal count
            count += 1

        reading = Reading(text)
        sys.setprofile(tick)
        try:
            NAMES(reading)
        finally:
            sys.setprofile(None)
        return count

    for unit in (
        "Panin ",
        "Egor Panin said he. ",
        "the Bank of ",
        '"',
        "A-",
        "Brno, ",
        "Kim, head of the ",
        "the company ",
        "Vladimir Putin met Islam Karimov. Rice, Putin and Uzbek bankers left Georgia. ",
    ):
        calls(unit * 50)  # fills the caches
        assert calls(unit * 800) < 9 * calls(unit * 100)
