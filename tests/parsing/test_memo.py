"""What is kept of words."""

from uzru.parsing.memo import Memo


def test_a_value_is_made_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Memo(length)
    assert [lengths["Nukus"], lengths["Nukus"], lengths["Brno"]] == [5, 5, 4]
    assert asked == ["Nukus", "Brno"]


def test_no_more_is_kept_than_there_is_room_for() -> None:
    doubled = Memo[int, int](lambda number: 2 * number, most=3)
    assert [doubled[number] for number in range(8)] == [0, 2, 4, 6, 8, 10, 12, 14]
    assert len(doubled) <= 3
