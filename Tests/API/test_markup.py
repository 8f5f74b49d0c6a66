"""Every kind of public page is HTML as the standard defines it, every feed Atom, every map a map."""

import datetime
import re
import xml.etree.ElementTree as tree

import html5lib
import pytest
import requests

LANGUAGES = ("", "/zh-hant", "/en")
KINDS = (
    "/", "/services", "/services/kbcyd", "/search?q=许可", "/search?q=没有的东西", "/about", "/accessibility", "/opinions",
    "/openness/guide", "/openness/catalogue", "/openness/requests", "/openness/reports", "/sites/duanzhou",
    "/sites/duanzhou/news", "/sites/market", "/sites/none", "/services?audience=legal",
    "/life-events", "/life-events/housing", "/life-events/housing/policies", "/audiences", "/audiences/elderly",
    "/sites/duanzhou/leaders", "/sites/duanzhou/organs", "/sites/duanzhou/topics", "/sites/duanzhou/faq",
    "/sites/invest/projects", "/sites/invest/projects?industry=tourism", "/sites/visit/gallery",
)  # fmt: skip
ALONE = ("/sign-in", "/progress", "/verify", "/proofs", "/no/such/page")
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(base_url: str, path: str) -> list[str]:
    found = tree.fromstring(requests.get(base_url + path, timeout=20).content)
    return [re.sub(r"^https?://[^/]+", "", each.text) for each in found.iter(f"{MAP}loc")]


@pytest.fixture(scope="module")
def articles(base_url):
    """One article of every column: every kind is among them."""
    found = [path for each in locations(base_url, "/sitemap.xml") for path in locations(base_url, each)]
    return list({path.rsplit("/", 1)[0]: path for path in found if re.search(r"/\d+$", path)}.values())


def check(base_url: str, path: str):
    answer = requests.get(base_url + path, timeout=20)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(answer.content.decode())
    assert [(place, name) for place, name, _ in parser.errors] == [], path
    ids = [each.get("id") for each in document.iter() if each.get("id")]
    assert len(ids) == len(set(ids)), f"{path}: an id stands twice"
    return document


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_valid_in_every_language(base_url, language, path):
    document = check(base_url, (language + path).rstrip("/") or "/")
    expected = {"": "zh-Hans", "/zh-hant": "zh-Hant", "/en": "en"}[language]
    assert document.get("lang") == expected


@pytest.mark.parametrize("path", ALONE)
def test_a_page_in_the_original_alone_is_valid(base_url, path):
    check(base_url, path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_are_valid_and_name_their_other_languages(base_url, articles, language):
    assert articles
    for path in articles:
        document = check(base_url, language + path)
        links = [each for each in document.iter("link") if each.get("rel") == "alternate" and each.get("hreflang")]
        assert {each.get("hreflang") for each in links} == {"zh-Hans", "zh-Hant", "en", "x-default"}
        assert all(each.get("href").endswith(path) for each in links)
        canonical = next(each for each in document.iter("link") if each.get("rel") == "canonical")
        assert canonical.get("href").endswith(language + path)


def test_in_english_what_is_chinese_says_so(base_url, articles):
    for path in ["/sites/duanzhou", "/sites/duanzhou/policies", *articles]:
        document = check(base_url, f"/en{path}")
        unmarked = list(chinese(document.find("body"), "en"))
        assert unmarked == [], path


def chinese(element, language):
    """The texts in Chinese characters whose language is said to be English."""
    language = element.get("lang", language)
    texts = [element.text] if element.tag != "script" else []
    for child in element:
        if isinstance(child.tag, str) and not child.tag.endswith("svg"):
            yield from chinese(child, language)
        texts.append(child.tail)
    yield from (text for text in texts if text and language == "en" and re.search("[\u4e00-\u9fff]", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feed_is_atom(base_url, language):
    columns = [path for each in locations(base_url, "/sitemap.xml") for path in locations(base_url, each)]
    for path in {each for each in columns if each.count("/") == 3}:
        answer = requests.get(base_url + language + path.replace("/sites/", "/feeds/"), timeout=20)
        assert answer.headers["Content-Type"].startswith("application/atom+xml")
        feed = tree.fromstring(answer.content)
        assert feed.tag == f"{ATOM}feed" and feed.find(f"{ATOM}author/{ATOM}name").text
        relations = {link.get("rel") for link in feed.findall(f"{ATOM}link")}
        assert {"self", "alternate"} <= relations
        for each in [feed, *feed.findall(f"{ATOM}entry")]:
            # RFC 4287, sections 4.1.1 and 4.1.2: exactly one of each.
            for name in ("id", "title", "updated"):
                assert len(each.findall(f"{ATOM}{name}")) == 1 and each.find(f"{ATOM}{name}").text, path
            assert datetime.datetime.fromisoformat(each.find(f"{ATOM}updated").text).tzinfo
            assert each.find(f"{ATOM}id").text.startswith("http")
        ids = [each.text for each in feed.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids))


def test_every_map_holds_whole_addresses_that_answer(base_url, articles):
    for path in ["/sitemap.xml", *locations(base_url, "/sitemap.xml")]:
        found = tree.fromstring(requests.get(base_url + path, timeout=20).content)
        addresses = [each.text for each in found.iter(f"{MAP}loc")]
        assert addresses and len(addresses) == len(set(addresses)) <= 50_000
        assert all(each.startswith("http") for each in addresses)
    for path in articles:
        assert requests.get(base_url + path, timeout=20).status_code == 200
