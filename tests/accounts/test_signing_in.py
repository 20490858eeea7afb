"""The door: who signs in where to, what is said to who does not, and how one leaves."""

import pytest
from django.core.cache import cache

from tests.site.pages import Page
from zuji.accounts.models import User

PASSWORD = "四个词比符号好记"
LOGIN, LOGOUT = "/account/login/", "/account/logout/"


@pytest.fixture(autouse=True)
def quick_and_forgetful(settings):
    """Slow hashing protects real passwords; failed tries of one test are not held against the next."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def secretary(db):
    return User.objects.create_user("secretary", password=PASSWORD)


def sign_in(client, username="secretary", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": username, "password": password, **more})


def is_signed_in(client):
    return client.get("/organizations/").status_code == 200


def test_the_page_asks_for_name_and_password_and_remembers_nothing_of_them(client, db):
    page = client.get(LOGIN).content.decode()

    assert "<h1>登录</h1>" in page
    assert 'autocomplete="current-password"' in page
    assert 'autocomplete="username"' in page


def test_the_page_offers_no_page_that_is_closed(client, db):
    links = [attributes["href"] for attributes in Page(client.get(LOGIN).content.decode()).attributes("a")]

    assert set(links) == {"/", "#content", LOGIN}


def test_who_signs_in_lands_on_the_first_page(client, secretary):
    answer = sign_in(client)

    assert answer.url == "/"
    assert is_signed_in(client)


def test_who_wanted_a_page_gets_it(client, secretary):
    page = client.get("/organizations/", follow=True)
    assert 'value="/organizations/"' in page.content.decode()

    assert sign_in(client, next="/organizations/").url == "/organizations/"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", r"/\example.org"]
)
def test_nobody_is_led_to_another_house(client, secretary, elsewhere):
    assert sign_in(client, next=elsewhere).url == "/"


@pytest.mark.parametrize(
    ("username", "password"),
    [("secretary", "not this one"), ("nobody", PASSWORD), ("nobody", "neither"), ("SECRETARY ", "not this one")],
)
def test_a_wrong_name_or_password_is_told_in_one_sentence(client, secretary, username, password):
    page = sign_in(client, username, password)

    assert page.status_code == 200
    assert "没有登录成功" in page.content.decode()
    assert "您提供的用户名或密码不正确。" in page.content.decode()
    assert not is_signed_in(client)


def test_an_empty_form_is_told_what_it_lacks(client, db):
    page = sign_in(client, "", "")

    assert page.status_code == 200
    assert page.content.decode().count("必填") >= 2


def test_the_password_never_comes_back(client, secretary):
    assert "not this one" not in sign_in(client, password="not this one").content.decode()


def test_too_many_wrong_tries_close_the_door_for_a_while(client, secretary):
    for _try in range(5):
        sign_in(client, password="not this one")

    answer = sign_in(client)

    assert not is_signed_in(client)
    assert "登录失败次数过多，请稍后重试。" in answer.content.decode()


def test_a_flood_of_tries_is_stopped_in_our_own_frame(client, secretary):
    answers = [sign_in(client, f"nobody{number}", "x") for number in range(31)]

    assert answers[-1].status_code == 429
    assert "尝试次数太多" in answers[-1].content.decode()


def test_a_closed_account_is_told_so(client, secretary):
    User.objects.update(is_active=False)

    page = client.post(LOGIN, {"login": "secretary", "password": PASSWORD}, follow=True)

    assert not is_signed_in(client)
    assert "帐号" in page.content.decode()


def test_the_cookie_of_a_session_is_kept_from_scripts_and_other_houses(client, secretary, settings):
    sign_in(client)

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"


def test_signing_out_asks_first_and_then_leads_to_the_door(client, secretary):
    sign_in(client)
    assert "要退出吗" in client.get(LOGOUT).content.decode()
    assert is_signed_in(client)

    answer = client.post(LOGOUT)

    assert answer.url == LOGIN
    assert not is_signed_in(client)


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "confirm-email/", "reauthenticate/", ""])
def test_what_serves_nobody_here_is_not_there(client, db, path):
    assert client.get(f"/account/{path}").status_code == 404


# Changing the password


def change(client, *, old=PASSWORD, new="一二三四五六七八九十百"):
    return client.post(
        "/account/password/change/", {"oldpassword": old, "password1": new, "password2": new}, follow=True
    )


def test_a_password_is_changed(client, secretary):
    sign_in(client)

    change(client)

    secretary.refresh_from_db()
    assert secretary.check_password("一二三四五六七八九十百")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"old": "not this one"}, "请输入您的当前密码"),
        ({"new": "short"}, "10"),
        ({"new": "password123"}, "太常见"),
        ({"new": "secretary1"}, "太相似"),
    ],
)
def test_a_password_that_will_not_do_is_told_why(client, secretary, asked, sentence):
    sign_in(client)

    page = change(client, **asked).content.decode()

    assert sentence in page
    secretary.refresh_from_db()
    assert secretary.check_password(PASSWORD)
