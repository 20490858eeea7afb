"""SQLite and PostgreSQL give the same papers in the same order."""

import dj_database_url
import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.search.corpus import papers
from tests.search.trial import index_of
from zuji.search.ranking import ranked

QUERIES = [
    *("供热", "海伦市 剪纸", "青冈县 校车 火箭发射", "建议", "群众来信", "老", "A5型水位計", "１４℃", "24小時報修"),
    *("没有的词", "居委会 建议 今年 由 法律", "NEAR", "每周末举办一次亲子阅读", "望奎县今年收到群众来信"),
]


def opened(url: str) -> BaseDatabaseWrapper:
    """A connection of its own to a database of either engine."""
    settings = connections.databases["default"] | {"OPTIONS": {}, "CONN_MAX_AGE": 0} | dj_database_url.parse(url)
    connections.databases["side"] = settings
    try:
        return connections.create_connection("side")
    finally:
        del connections.databases["side"]


@pytest.fixture
def engines(postgres_database):
    both = [opened("sqlite://:memory:"), opened(postgres_database)]
    yield both
    for each in both:
        each.close()


@pytest.mark.django_db
def test_every_query_gives_the_same_order(engines, django_db_blocker):
    found = []
    for engine in engines:
        with index_of(papers(), on=engine) as index:
            found.append({query: ranked(index, query) for query in QUERIES})

    assert found[0] == found[1]
    assert sum(map(bool, found[0].values())) >= 10
