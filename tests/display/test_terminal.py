import uzru
from uzru.display.terminal import render


def test_lines_keep_to_the_width() -> None:
    for article in uzru.load_seeds():
        for width in (40, 80, 110):
            assert max(map(len, render(article, width).splitlines())) <= width


def test_control_characters_of_the_text_never_reach_the_terminal() -> None:
    hostile = 'Egor \x1b[31mPanin\x07 said: "Stay\x1b]0;owned\x07 here, \x9b1m friends \u202eof the mint."'
    shown = render(uzru.parse(hostile), 80)
    assert all(c.isprintable() or c == "\n" for c in shown)


def test_headings_are_bold_only_where_color_is_asked_for() -> None:
    article = uzru.load_seeds()[0]
    assert "\x1b[1m" in render(article, 80, color=True)
    assert "\x1b" not in render(article, 80)


def test_the_speaker_stands_with_the_office_held() -> None:
    shown = render(uzru.load_seeds()[0], 100)
    assert "Islam Karimov, president" in shown


def test_an_empty_text_has_a_page_too() -> None:
    assert render(uzru.parse("")).splitlines()[0] == "(no headline)"


def test_speech_that_is_hardly_told_takes_no_line() -> None:
    article = uzru.parse("Malika Ortikova welcomed the move. Egor Panin said the mint will close.")
    said, _, _ = render(article).partition("WHO IS WHO")
    assert any(quote.confidence < 0.3 for quote in article.quotes)
    assert "Panin" in said
    assert "Ortikova" not in said
