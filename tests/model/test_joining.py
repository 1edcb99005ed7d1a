from itertools import combinations, product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.errors import ModelError
from uzru.model import Actor, ActorId, Interval, Role, joining
from uzru.model.joining import Joined, join_actors
from uzru.model.spelling import near, near_ends, near_keys

PRESIDENT = Role(title="president", country="KAZ")


def person(name: str, country: str | None = None, *roles: Role) -> Actor:
    return Actor(name=name, kind="person", country=country, roles=roles)


def body(name: str, country: str | None = None, *aliases: str) -> Actor:
    return Actor(name=name, kind="organization", country=country, aliases=aliases)


def names(joined: tuple[Joined, ...]) -> list[list[str]]:
    return [[actor.name for _, actor in one.members] for one in joined]


def test_one_id_is_one_actor_and_the_richest_record_leads() -> None:
    rich = person("Egor Panin", "KAZ", PRESIDENT)
    (joined,) = join_actors([[person("Egor Panin", "KAZ")], [rich]])
    assert joined.actor == rich
    assert joined.members == ((0, person("Egor Panin", "KAZ")), (1, rich))
    assert joined.reasons == ("'Egor Panin' has one id in 2 articles",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Egor Panin", "Yegor Panin"),
        ("Malika Annaeva", "Malika Annayeva"),
        ("Zhamshid Ortikov", "Dzhamshid Ortiqov"),
        ("Egor Panin", "Egor V. Panin"),
    ],
)
def test_spellings_of_a_full_name_in_one_country_are_one_person(one: str, other: str) -> None:
    (joined,) = join_actors([[person(one, "KAZ")], [person(other, "KAZ")]])
    assert "of one country: KAZ" in joined.reasons[0]
    assert other in joined.actor.aliases


@pytest.mark.parametrize(
    ("one", "other"),
    [("Egor Panin", "Igor Panin"), ("Egor Panin", "Egor Panov"), ("Anna Lee", "Anne Lee"), ("Egor Panin", "Panin")],
)
def test_other_names_are_other_persons(one: str, other: str) -> None:
    assert len(join_actors([[person(one, "KAZ")], [person(other, "KAZ")]])) == 2


def test_a_common_office_stands_in_for_the_country() -> None:
    office = Role(title="director", organization="Bank of Nukus")
    again = Role(title="Director", organization="bank of Nukus")
    (joined,) = join_actors([[person("Egor Panin", "KAZ", office)], [person("Yegor Panin", None, again)]])
    assert joined.reasons == (
        "'Egor Panin' and 'Yegor Panin' are spellings of one full name, with one office: director (Bank of Nukus)",
    )


def test_a_bare_title_is_no_office() -> None:
    bare = Role(title="analyst")
    assert len(join_actors([[person("Egor Panin", "KAZ", bare)], [person("Egor Panin", None, bare)]])) == 2


def test_a_surname_alone_never_joins_even_under_one_id() -> None:
    joined = join_actors([[person("Panin")], [person("Panin")], [person("Egor Panin")]])
    assert names(joined) == [["Panin"], ["Panin"], ["Egor Panin"]]


def test_a_single_name_that_the_knowledge_knows_is_one_person() -> None:
    held = Interval.parse("1990/1999")
    known = person("Panin", "KAZ", Role(title="president", country="KAZ", held=held))
    assert len(join_actors([[known], [known]])) == 1


def test_persons_of_two_countries_are_never_joined_not_even_by_a_third() -> None:
    office = Role(title="director", organization="Bank of Nukus")
    articles = [
        [person("Egor Panin", "KAZ", office)],
        [person("Yegor Panin", None, office)],
        [person("Egor Panin", "CZE", office)],
    ]
    assert names(join_actors(articles)) == [["Egor Panin", "Yegor Panin"], ["Egor Panin"]]


def test_an_organization_is_found_by_a_long_name_of_the_other_but_not_by_letters() -> None:
    long, short = body("Bank of Nukus", "UZB", "Nukus Savings Bank", "BN"), body("Nukus Savings Bank")
    (joined,) = join_actors([[short], [long]])
    assert joined.actor.country == "UZB"
    assert joined.reasons == ("'Bank of Nukus' goes by the name 'Nukus Savings Bank' too",)
    assert len(join_actors([[body("BN")], [long]])) == 2


def test_organizations_of_one_name_and_two_countries_are_two() -> None:
    articles = [[body("Ministry of Mints", "UZB")], [body("Ministry of Mints", "KAZ")], [body("Ministry of Mints")]]
    assert len(join_actors(articles[:2])) == 2
    assert len(join_actors(articles[1:])) == 1


def test_the_user_has_the_last_word() -> None:
    articles = [[person("Egor Panin", "KAZ")], [person("Yegor Panin", "KAZ")], [person("Panin", "CZE")]]
    assert len(join_actors(articles, different=[("Egor Panin", "Yegor Panin")])) == 3
    (joined,) = join_actors(articles, same=[(articles[0][0], articles[2][0].id, "Yegor Panin")])
    assert joined.reasons[0] == "you said that they are the same"


def test_the_same_and_different_at_once_is_refused() -> None:
    articles = [[person("Egor Panin")], [person("Neil Ashdown")]]
    pair = ("Egor Panin", "Neil Ashdown")
    with pytest.raises(ModelError, match="'Egor Panin' and 'Neil Ashdown' are given as the same and as different"):
        join_actors(articles, same=[pair], different=[pair])


def test_what_is_kept_apart_stays_so_through_third_spellings() -> None:
    articles = [[person(name, "KAZ")] for name in ("Egor Panin", "Yegor Panin", "Egor S. Panin")]
    joined = join_actors(articles, different=[("Egor Panin", "Yegor Panin")])
    assert names(joined) == [["Egor Panin", "Egor S. Panin"], ["Yegor Panin"]]


def test_unknown_wishes_are_passed_over() -> None:
    assert len(join_actors([[person("Egor Panin")]], same=[("Nobody", "Egor Panin")], different=[("x", "y")])) == 1


ACTORS = st.builds(
    Actor,
    name=st.sampled_from(["Egor Panin", "Yegor Panin", "Panin", "Egor Panov", "Malika Ortikova", "Bank of Nukus"]),
    kind=st.sampled_from(["person", "organization", "group"]),
    country=st.sampled_from([None, "KAZ", "CZE"]),
    roles=st.sampled_from([(), (PRESIDENT,), (Role(title="director", organization="Bank of Nukus"),)]),
)


@given(st.lists(st.lists(ACTORS, max_size=4), max_size=5))
def test_every_actor_is_in_one_cluster_and_every_join_has_a_reason(articles: list[list[Actor]]) -> None:
    joined = join_actors(articles)
    members = [member for one in joined for member in one.members]
    assert sorted(members, key=repr) == sorted(
        ((index, actor) for index, actors in enumerate(articles) for actor in actors), key=repr
    )
    for one in joined:
        assert bool(one.reasons) == (len(one.members) > 1)
        if one.actor.kind == "person":
            assert len({actor.country for _, actor in one.members} - {None}) <= 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_words_can_be_compared_and_the_order_does_not_matter(one: str, other: str) -> None:
    assert near(one, other) == near(other, one)


LETTERS = st.text(alphabet="abekmnovy", min_size=1, max_size=10)
EDITS = st.lists(st.tuples(st.sampled_from("xcrd"), st.integers(0, 9), st.sampled_from("abenovyk")), max_size=2)


def edited(word: str, edits: list[tuple[str, int, str]]) -> str:
    """The word with letters exchanged, put in and taken out."""
    for what, place, letter in edits:
        at = place % len(word)
        word = word[:at] + (letter if what != "d" else "") + word[at + (what != "c") :] or letter
    return word.capitalize()


@given(LETTERS, EDITS)
def test_words_that_are_near_share_a_key(word: str, edits: list[tuple[str, int, str]]) -> None:
    one, other = word.capitalize(), edited(word, edits)
    if near(one, other):
        assert set(near_keys(one)) & set(near_keys(other))
        assert set(near_ends(one)) & set(near_ends(other))


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=3), st.lists(st.tuples(EDITS, EDITS), max_size=6))
def test_those_are_joined_whom_near_spellings_connect(
    names: list[tuple[str, str]], edits: list[tuple[list[tuple[str, int, str]], list[tuple[str, int, str]]]]
) -> None:
    spelled = [(first.capitalize(), last.capitalize()) for first, last in names]
    spelled += [(edited(first, one), edited(last, other)) for first, last in names for one, other in edits]
    people = list(dict.fromkeys(f"{first} {last}" for first, last in spelled))
    connected = [{name} for name in people]
    for one, other in combinations(people, 2):
        if all(near(*words) for words in zip(one.split(), other.split(), strict=True)):
            sets = [group for group in connected if one in group or other in group]
            connected = [group for group in connected if group not in sets] + [set().union(*sets)]
    joined = join_actors([[person(name, "KAZ")] for name in people])
    assert {frozenset(group) for group in connected} == {
        frozenset(actor.name for _, actor in one.members) for one in joined
    }


def test_a_thousand_near_spellings_are_not_all_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    persons = joining._persons

    def counted(one: Actor, other: Actor) -> str:
        compared.append((one, other))
        return persons(one, other)

    monkeypatch.setattr(joining, "_persons", counted)
    people = [person(f"Anna Mar{''.join(letters)}ova", "KAZ") for letters in product("aeioubdgklmnrst", repeat=3)]
    office = Role(title="director", organization="Bank of Nukus")
    people += [
        attrs.evolve(person("Egor Panin", None, office), id=ActorId(f"actor-{number}")) for number in range(1_000)
    ]
    join_actors([[one] for one in people])
    assert len(compared) < 20 * len(people)


def test_the_reasons_of_all_joins_are_told() -> None:
    spelled = [person(name, "KAZ") for name in ("Egor Panin", "Yegor Panin", "Egor V. Panin")]
    (joined,) = join_actors([[one] for one in spelled])
    assert len(joined.members) == 3
    assert len(joined.reasons) >= 2


def test_what_each_record_knows_is_in_the_joined_one() -> None:
    one = attrs.evolve(person("Egor Panin", "KAZ"), sectors=("GOV",), roles=(PRESIDENT,))
    other = attrs.evolve(person("Yegor Panin", "KAZ"), sectors=("OPP",))
    (joined,) = join_actors([[one], [other]])
    assert joined.actor.sectors == ("GOV", "OPP")
    assert joined.actor.roles == (PRESIDENT,)


def test_the_record_with_dated_offices_leads() -> None:
    held = Interval.parse("2001/2005")
    dated = person("Egor Panin", "KAZ", Role(title="president", country="KAZ", held=held))
    undated = person("Egor Panin", "KAZ", PRESIDENT)
    for order in ([[dated], [undated]], [[undated], [dated]]):
        (joined,) = join_actors(order)
        assert joined.actor.roles[0].held == held


def test_a_user_may_name_an_actor_by_an_alias() -> None:
    panin = attrs.evolve(person("Egor Panin", "KAZ"), aliases=("The Miller",))
    apart = join_actors([[panin], [person("Neil Ashdown", "GBR")]], same=[("The Miller", "Neil Ashdown")])
    assert names(apart) == [["Egor Panin", "Neil Ashdown"]]
