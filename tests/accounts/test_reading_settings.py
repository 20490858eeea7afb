"""Text size and language are the reader's own: kept with the account, or on the device where there is none."""

import pytest

from zuji.accounts.models import User

SIZE, LANGUAGE = "/account/text-size/", "/account/language/"
ELSEWHERE = ["https://example.org/", "//example.org/", "javascript:alert(1)", r"/\example.org", ""]


@pytest.fixture
def reader(db, client):
    user = User.objects.create(username="reader")
    client.force_login(user)
    return user


def shown(client):
    """The text size of the page as it is drawn."""
    page = client.get("/ui/").content.decode()
    return next(size for size in (100, 125, 150, 200) if f'class="text-{size}"' in page)


# Text size


def test_without_an_account_it_stays_on_the_device(client, db):
    client.post(SIZE, {"size": "larger"})

    assert shown(client) == 125
    cookie = client.cookies["text_size"]
    assert cookie["httponly"]
    assert cookie["max-age"] == 365 * 24 * 3600


def test_with_an_account_it_follows_the_account(client, reader):
    client.post(SIZE, {"size": "150"})

    assert shown(client) == 150
    assert "text_size" not in client.cookies
    assert User.objects.get().text_size == 150


def test_the_account_comes_before_the_device(client, reader):
    client.cookies["text_size"] = "200"

    assert shown(client) == 100


@pytest.mark.parametrize(
    ("now", "step", "then"),
    [(100, "larger", 125), (150, "larger", 200), (200, "larger", 200), (200, "smaller", 150), (100, "smaller", 100)],
)
def test_it_goes_step_by_step_and_no_further_than_the_last(client, reader, now, step, then):
    User.objects.update(text_size=now)

    client.post(SIZE, {"size": step})

    assert shown(client) == then


@pytest.mark.parametrize("size", ["", "huge", "101", "0", "-100", "9" * 9, "²"])
def test_a_size_that_is_none_is_refused(client, reader, size):
    assert client.post(SIZE, {"size": size}).status_code == 400
    assert shown(client) == 100


@pytest.mark.parametrize("value", ["huge", "101", "9" * 500, "²", "<script>"])
def test_a_cookie_that_somebody_wrote_breaks_nothing(client, db, value):
    client.cookies["text_size"] = value

    assert shown(client) == 100


def test_one_returns_to_the_page(client, reader):
    assert client.post(SIZE, {"size": "larger", "next": "/ui/?year=2018"}).url == "/ui/?year=2018"


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_nobody_is_led_to_another_house_by_a_text_size(client, reader, elsewhere):
    assert client.post(SIZE, {"size": "larger", "next": elsewhere}).url == "/"


def test_a_size_is_set_not_fetched(client, reader):
    assert client.get(SIZE).status_code == 405


# Language


def language_of(client):
    page = client.get("/ui/").content.decode()
    return "en" if '<html lang="en"' in page else "zh" if '<html lang="zh-Hans"' in page else ""


def test_the_language_changes_and_the_page_stays(client, db):
    answer = client.post(LANGUAGE, {"language": "en", "next": "/ui/?year=2018"})

    assert answer.url == "/ui/?year=2018"
    assert language_of(client) == "en"


def test_it_changes_back(client, db):
    client.post(LANGUAGE, {"language": "en"})

    client.post(LANGUAGE, {"language": "zh-hans"})

    assert language_of(client) == "zh"


def test_it_comes_before_what_the_browser_asks_for(client, db):
    client.post(LANGUAGE, {"language": "zh-hans"})

    page = client.get("/ui/", headers={"accept-language": "en"}).content.decode()

    assert '<html lang="zh-Hans"' in page


@pytest.mark.parametrize("language", ["fr", "xx", "<script>", ""])
def test_a_language_that_is_not_spoken_changes_nothing(client, db, language):
    client.post(LANGUAGE, {"language": language})

    assert language_of(client) == "zh"


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_nobody_is_led_to_another_house_by_a_language(client, db, elsewhere):
    assert client.post(LANGUAGE, {"language": "en", "next": elsewhere}).url == "/"


def test_every_page_offers_the_other_language(client, db):
    assert '<button name="language" value="en" lang="en">English</button>' in client.get("/ui/").content.decode()

    client.post(LANGUAGE, {"language": "en"})

    assert 'value="zh-hans"' in client.get("/ui/").content.decode()
