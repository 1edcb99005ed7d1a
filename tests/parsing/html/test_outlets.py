"""Pages as the outlets build them, with words of our own."""

import pytest

from uzru import Article
from uzru.parsing.html import parse_html

# RFE/RL and VOA share one system: header, picture, players, boxes, author and comments as it builds them.
PANGEA = """<!DOCTYPE html><html lang="en-US" dir="ltr"><head>
<title>Mint Workers Of Nukus Return To Their Gates</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="RadioFreeEurope/RadioLiberty">
<meta property="og:title" content="Mint Workers Of Nukus Return To Their Gates">
<link href="https://www.rferl.org/a/mint-workers/1000002.html" rel="canonical">
</head><body class=" nav-no-loaded cc_theme pg-article print-lay-article">
<div class="page" id="page"><header class="header"><ul class="nav-user__list"><li class="nav__item">Languages</li></ul>
</header><main class="container"><div class="hdr-container"><div class="container"><div class="row">
<div class="col-category col-xs-12"><div class="category js-category"><a href="/z/1">Uzbekistan</a></div></div>
<div class="col-title col-xs-12"><h1 class="title pg-title">
  Mint Workers Of Nukus Return To Their Gates
</h1></div>
<div class="col-publishing-details"><div class="publishing-details "><div class="published"><span class="date" >
<time pubdate="pubdate" datetime="2019-05-02T18:10:04+00:00"> May 02, 2019 18:10 GMT </time></span></div>
<div class="links"><ul class="links__list"><li class="links__item"><a class="links__item-link" href="/author/1">
Malika Ortikova</a></li></ul></div></div></div>
<div class="col-multimedia"><div class="cover-media"><figure class="media-image js-media-expand"><div class="img-wrap">
<div class="thumb thumb16_9"><img src="1.jpg" alt="gates"></div></div>
<figcaption><span class="caption">The gates of the mint, painted blue last year</span></figcaption></figure></div>
<div class="intro m-t-md"><p>Two hundred workers went back to the mint on Thursday.</p></div></div>
<div class="article-share"><div class="share--box"><ul class="share__list"><li>Share on Facebook</li></ul></div></div>
</div></div></div><div class="body-container"><div class="container"><div class="row">
<div class="bottom-offset content-offset"><div id="article-content" class="content-floated-wrap fb-quotable">
<div class="wsw"><span class="dateline">NUKUS -- </span><p>President Egor Panin said today that nobody had been
dismissed.</p>
<div class="wsw__embed"><div class="media-pholder media-pholder--audio "><div class="c-mmp c-mmp--embed">
<p class="ta-c">No media source currently available</p><div class="media-download"><ul class="subitems"><li>64 kbps</li>
</ul></div></div></div></div>
<p>"We have not been paid since the winter," union leader Neil Ashdown told RFE/RL. "We will stay."</p>
<div class="wsw__embed wsw__embed--small"><figure class="media-image"><div class="thumb"><img src="2.jpg" alt=""></div>
<figcaption><span class="caption">Union leader Neil Ashdown at the gates</span></figcaption></figure></div>
<div data-owner-ct="Article"><div class="media-block also-read" ><a href="/a/999.html" class="img-wrap" title="x">
<div class="thumb"><noscript class="nojs-img"><img src="3.jpg"></noscript></div></a>
<div class="media-block__content also-read__body"><a href="https://www.rferl.org/a/999.html">
<span class="also-read__text--label">SEE ALSO:</span>
<h4 class="media-block__title also-read__text">The Year The Mint Stood Still</h4></a></div></div></div>
<h2 class="wsw__h2">No Money Left</h2>
<p>The government has no money for wages, officials said.</p>
<div class="quiz" id="quizId"><p>Question 1: what is a mint?</p></div>
<p>______________</p></div>
<ul class="author-hlight"><li><div class="c-author c-author--hlight"><div class="media-block">
<h4 class="c-author__title">Malika Ortikova</h4>
<div class="c-author__bio">Malika Ortikova writes about mints.</div></div></div></li></ul>
</div></div><div class="media-block-wrap"><h2 class="section-head">Related</h2><ul><li>Ten Mints To See</li></ul></div>
<div id="comments" class="comments comments-pangea"><p>First!</p></div></div></div></div></main></div>
<footer><p>RFE/RL (c) 2019 All Rights Reserved.</p></footer></body></html>"""

# About 2012: no paragraphs, only line breaks; the page's own title and its share box stand in the same container.
BREAKS = """<html><head><title>A Mint Closes</title></head><body><div id="article-content"><div class="pg-title">Share
this</div><div class="wsw"><div class="wordclick">The mint of Brno has closed.<br /> <br />
"It was time," Joan Lee said.<br/><br/>Nobody was hurt.</div></div><div class="related">Cats Of The World</div></div>"""

# About 2010.
ZOOM = """<html><body><div class="boxwidget_part"><h1>Mint Opens</h1><div class="zoomMe">
<p>ALMATY -- A mint has opened.</p><p>"We are glad," Egor Panin said.</p></div></div>
<div class="boxwidget_part">Most Popular</div>"""

# A newspaper of no known system.
BODY = """<p>KARAGANDA, Kazakhstan - The steel plant of Karaganda has put out two of its four furnaces because no coal
came for a week, its director <a href="/d">Neil Ashdown</a> said on Monday.</p>
<p>"We have coal for three days, not more," Mr Ashdown told reporters. "If the trains do not come, we close."</p>
<blockquote><p>We have coal for three days, not more.</p></blockquote>
<h2>Trains without drivers</h2>
<p>The railways say that the drivers have not been paid since January. Their union called a strike on Friday and has
refused to talk to the government.</p>
<aside class="related"><ul><li><a href="/r1">Miners go on strike in the north</a></li></ul></aside>
<blockquote><p>Nobody has ever asked the drivers, the union wrote in a letter to the newspapers.</p></blockquote>
<p>The prime minister is expected to visit the plant on Wednesday, his office said. Last year the plant made 4 million
tons of steel, a fifth more than in 2009.</p>
<div class="newsletter"><p>Sign up for our newsletter and never miss a story.</p></div>"""
NEWSPAPER = f"""<html lang=en><head><title>Steel plant halts furnaces - The Steppe Times</title></head><body>
<header><a href="/">The Steppe Times</a>
<nav><ul><li><a href="/w">World</a><li><a href="/b">Business</a></ul></nav></header>
<p class="intro">Subscribe today.</p><main><article class="story"><h1>Steel plant halts furnaces</h1>
<p class="standfirst">A dispute over coal leaves 3,000 workers at home.</p>
<figure><img src="a.jpg"><figcaption>The plant in 2009</figcaption></figure>
<div class="article__body">{BODY}</div></article></main>
<section class="comments"><h2>Comments</h2><p>Shame on them!</p></section>
<aside class="related"><a href="/cats">Cats Of The World</a></aside></body></html>"""

MET = """<html><body><div class="dateline">Published 2 May 2004</div><div class="wsw"><p>A mint opened.</p>
<p><span class="dateline">PRAGUE</span> -- It closed.</p><p class="dateline">BRNO --</p><p>It opened again.</p></div>"""


def lines(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), article.text[block.span.slice]) for block in article.blocks]


def test_a_page_of_rferl_is_read_from_its_headline_to_its_last_paragraph() -> None:
    article = parse_html(PANGEA)
    assert lines(article) == [
        ("headline", "Mint Workers Of Nukus Return To Their Gates"),
        ("byline", "By Malika Ortikova"),
        ("summary", "Two hundred workers went back to the mint on Thursday."),
        ("caption", "The gates of the mint, painted blue last year"),
        ("dateline", "NUKUS --"),
        ("paragraph", "President Egor Panin said today that nobody had been dismissed."),
        (
            "paragraph",
            '"We have not been paid since the winter," union leader Neil Ashdown told RFE/RL. "We will stay."',
        ),
        ("caption", "Union leader Neil Ashdown at the gates"),
        ("related", "SEE ALSO:"),
        ("related", "The Year The Mint Stood Still"),
        ("subheading", "No Money Left"),
        ("paragraph", "The government has no money for wages, officials said."),
    ]
    assert str(article.published) == "2019-05-02T18:10:04+00:00"
    assert article.dateline is not None
    assert str(article.dateline.place) == "Nukus"
    assert [link.url for link in article.related if link.url] == ["https://www.rferl.org/a/999.html"]
    assert "2019-05-02" in [str(date.value) for date in article.dates]


def test_line_breaks_part_paragraphs_where_there_are_no_others() -> None:
    assert parse_html(BREAKS).text.split("\n\n")[1:] == [
        "The mint of Brno has closed.",
        '"It was time," Joan Lee said.',
        "Nobody was hurt.",
    ]


def test_an_old_page_of_rferl_is_read_too() -> None:
    assert [line for line in lines(parse_html(ZOOM)) if line[0] != "dateline"] == [
        ("headline", "Mint Opens"),
        ("paragraph", "A mint has opened."),
        ("paragraph", '"We are glad," Egor Panin said.'),
    ]


def test_what_a_newspaper_marks_keeps_its_kind_though_only_prose_is_told_by_its_looks() -> None:
    pytest.importorskip("trafilatura")
    found = [(kind, words[:30]) for kind, words in lines(parse_html(NEWSPAPER))]
    assert found == [
        ("headline", "Steel plant halts furnaces"),
        ("summary", "A dispute over coal leaves 3,0"),
        ("caption", "The plant in 2009"),
        ("dateline", "KARAGANDA, Kazakhstan -"),
        ("paragraph", "The steel plant of Karaganda h"),
        ("paragraph", '"We have coal for three days, '),
        ("pull-quote", "We have coal for three days, n"),
        ("subheading", "Trains without drivers"),
        ("paragraph", "The railways say that the driv"),
        ("related", "Miners go on strike in the nor"),
        ("paragraph", "Nobody has ever asked the driv"),
        ("paragraph", "The prime minister is expected"),
    ]


def test_a_dateline_that_is_an_element_of_its_own_begins_the_line_that_follows() -> None:
    assert parse_html(MET).text.split("\n\n") == ["A mint opened.", "PRAGUE -- It closed.", "BRNO -- It opened again."]
    assert parse_html('<div class="wsw"><p>A mint.<p class="dateline">NUKUS').text.split("\n\n") == ["A mint.", "NUKUS"]


def test_a_page_with_a_picture_alone_is_not_taken_for_a_report() -> None:
    pytest.importorskip("trafilatura")
    page = '<div class="cover-media"><figcaption>The gates</figcaption></div><main><p>A mint opened in Brno.</p></main>'
    assert "A mint opened in Brno." in parse_html(page).text
