from hypothesis import given
from hypothesis import strategies as st

from uzru.parsing.html.tokens import Raw, Tag, attributes, decode, tokenize

MARKUP = st.lists(
    st.sampled_from(
        [
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "<!",
            "<?",
            "<p",
            "<a href=",
            '"',
            "'",
            "=",
            " ",
            "&amp;",
            "&#0;",
            "&#xFFFFFFFF;",
            "<script>",
            "</script",
            "<title>",
            "<div class='wsw'>",
            "</div>",
            "text",
            "\x00",
            "\ud800",
            "<br/>",
            "]]>",
        ]
    )
).map("".join)


def test_texts_tags_and_scripts_are_told_apart() -> None:
    assert list(tokenize('<A HREF="x">R&amp;D</a ><!-- <b> -->&eacute;')) == [
        Tag("a", ' HREF="x"', False),
        "R&D",
        Tag("a", " ", True),
        "é",
    ]


def test_a_sign_that_opens_no_tag_is_text() -> None:
    assert "".join(token for token in tokenize("1 < 2 <3 <> a<") if isinstance(token, str)) == "1 < 2 <3 <> a<"


def test_a_quoted_value_may_hold_what_ends_tags() -> None:
    first, *rest = tokenize("<a title=\"x > y\" href='z>'>link</a>")
    assert isinstance(first, Tag)
    assert attributes(first) == {"title": "x > y", "href": "z>"}
    assert rest[0] == "link"


def test_a_stray_quote_swallows_nothing() -> None:
    assert [token for token in tokenize("<p don't>one</p><p>two's</p>") if isinstance(token, str)] == ["one", "two's"]


def test_a_script_that_never_ends_takes_the_rest_with_it() -> None:
    assert list(tokenize("a<script>b<p>c")) == ["a", Raw("script", "", "b<p>c")]


def test_pages_are_decoded_by_what_they_say_or_as_utf8_or_windows_1252() -> None:
    assert decode("\ufeffпривет".encode("utf-16")) in ("\ufeffпривет", "привет")
    assert decode('<?xml version="1.0" encoding="windows-1251"?>мир'.encode("cp1251")).endswith("мир")
    assert decode('<meta charset="utf-8">‘caf\x92'.encode("cp1252", "replace")) is not None
    assert decode(b'<meta charset="utf-8">caf\xe9 \x93no\x94').endswith("café “no”")
    assert decode(b'<meta charset="zip">ok') == '<meta charset="zip">ok'
    assert decode(b"") == ""


@given(MARKUP)
def test_any_markup_is_read_and_no_text_is_made_up(page: str) -> None:
    tokens = list(tokenize(page))
    for token in tokens:
        if isinstance(token, Tag):
            assert token.name == token.name.lower()
            attributes(token)
    assert sum(len(token) for token in tokens if isinstance(token, str)) <= len(page)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(page: bytes) -> None:
    assert isinstance(decode(page), str)
