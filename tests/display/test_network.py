from math import dist, hypot
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru import Corpus
from uzru.display.network import Network, count_mentions, network_of
from uzru.display.network_svg import network_svg

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = [
    '"Neil Ashdown has left. Ashdown will not come back," Egor Panin said. "We stay," Mr. Ashdown told Panin.',
    'Neil Ashdown said: "Egor Panin has the keys." "So does Joan Lee," Egor Panin said. "Neil Ashdown lies," he said.',
]
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")).filter(lambda pair: pair[0] != pair[1]),
    st.integers(1, 50),
    max_size=40,
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(uzru.parse(text) for text in TEXTS)


def test_each_quotation_counts_once_for_each_whom_it_names(corpus: Corpus) -> None:
    counts = count_mentions(corpus)
    assert counts["Egor Panin", "Neil Ashdown"] == 2
    assert counts["Neil Ashdown", "Egor Panin"] == 1
    assert counts["Egor Panin", "Joan Lee"] == 1


def test_a_surname_of_two_articles_counts_no_quotation_twice() -> None:
    text = 'Joan Lee said: "We have met Mr. Panin in Nukus."'
    counts = count_mentions(Corpus([uzru.parse(text), uzru.parse(f"{text} It rained.")]))
    assert counts["Joan Lee", "Panin"] == 2


def test_those_who_talk_most_are_shown() -> None:
    network = network_of({("a", "b"): 5, ("b", "c"): 4, ("c", "d"): 1, ("e", "f"): 1}, actors=3)
    assert {node.name for node in network.nodes} == {"a", "b", "c"}
    assert [(edge.speaker, edge.named, edge.count) for edge in network.edges] == [("b", "c", 4), ("a", "b", 5)]


def test_those_who_talk_about_each_other_are_neighbors() -> None:
    pairs = [("a", "d"), ("d", "b"), ("b", "f"), ("f", "c"), ("c", "e"), ("e", "a")]
    order = [node.name for node in network_of(dict.fromkeys(pairs, 1)).nodes]
    places = {name: index for index, name in enumerate(order)}
    assert all(abs(places[one] - places[other]) in (1, 5) for one, other in pairs)


@given(COUNTS)
def test_all_lie_on_the_circle_apart_from_each_other_and_lines_go_from_dot_to_dot(
    counts: dict[tuple[str, str], int],
) -> None:
    network = network_of(counts)
    assert network == network_of(counts)
    nodes = {node.name: node for node in network.nodes}
    assert {(edge.speaker, edge.named): edge.count for edge in network.edges} == counts
    for node in network.nodes:
        assert hypot(node.x, node.y) == pytest.approx(network.radius)
        others = [other for other in network.nodes if other is not node and (other.x < 0) == (node.x < 0)]
        assert all(abs(other.y - node.y) > 12 for other in others)
    for edge in network.edges:
        one, other = nodes[edge.speaker], nodes[edge.named]
        assert edge.start == (one.x, one.y)
        assert dist(edge.end, (other.x, other.y)) == pytest.approx(other.size + 5)
        assert 1 <= edge.width <= 7


def test_nobody_makes_an_empty_network() -> None:
    assert network_of({}) == Network(radius=150.0, nodes=(), edges=())


def test_the_picture_names_all_and_tells_each_line(corpus: Corpus) -> None:
    root = ElementTree.fromstring(network_svg(corpus))
    assert {node.text for node in root.iter(f"{SVG}text")} >= {"Egor Panin", "Neil Ashdown", "Joan Lee"}
    assert "Egor Panin about Neil Ashdown: 2" in {node.text for node in root.iter(f"{SVG}title")}


def test_nothing_comes_from_outside_and_names_are_escaped() -> None:
    picture = network_svg(Corpus([uzru.parse('"Neil <b> Ashdown has left," Egor Panin said.')]))
    assert not any(word in picture for word in ("<script", "href", "url(", "@import", "<image", "<b>"))


def test_an_empty_corpus_has_a_picture_too() -> None:
    assert ElementTree.fromstring(network_svg(Corpus())).tag == f"{SVG}svg"
