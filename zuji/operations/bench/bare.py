"""Django with nothing on it: the yardstick of a page, and of a process that has just started."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test.client import Client, ClientHandler
from django.test.utils import override_settings

from zuji.footprints.models import Footprint

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "zuji.operations.bench.bare.at_once",
]
ELEMENTS_OF_A_ROW = 3
PAGE = Template(
    '<!doctype html><html lang="en"><head><title>{{ user.username }}</title></head><body><h1>{{ user.username }}</h1>'
    '<ul>{% for row in rows %}<li><a href="/records/{{ row.pk }}/">{{ row.happened_on|date:"Y-m-d" }}</a>'
    '<span class="{{ row.kind }}">{{ row.member.name }}</span></li>{% endfor %}</ul></body></html>'
)


def at_once(_get_response: Any) -> Any:
    """Answer with the bare page whatever the path, as innermost middleware: it needs no URLs of its own."""

    def answer(request: HttpRequest) -> HttpResponse:
        rows = Footprint.objects.select_related("member")[: int(request.GET["elements"]) // ELEMENTS_OF_A_ROW]
        return HttpResponse(PAGE.render(Context({"user": request.user, "rows": rows})))

    return answer


class BareClient(Client):
    """A client of the bare page: three queries, for the session, its user and the rows."""

    def __init__(self) -> None:
        super().__init__(SERVER_NAME="localhost")
        self.handler = ClientHandler(enforce_csrf_checks=False)
        with override_settings(MIDDLEWARE=MIDDLEWARE):
            self.handler.load_middleware()


FIRST_RESPONSE = """
from django.conf import settings
settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["localhost"], ROOT_URLCONF="bare_urls",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=%s,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
import sys, types
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpResponse
from django.template import Context, Template
from django.urls import path
def login(request):
    page = Template("<form method=post>{{ form.as_p }}<button>Sign in</button></form>")
    return HttpResponse(page.render(Context({"form": AuthenticationForm(request)})))
urls = types.ModuleType("bare_urls")
urls.urlpatterns = [path("account/login/", login)]
sys.modules["bare_urls"] = urls
""" % [name for name in MIDDLEWARE if name.startswith("django")]
"""A program with a bare Django and its sign-in form, for a process of its own."""
