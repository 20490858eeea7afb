"""The tests' own PostgreSQL server."""

import psycopg
import pytest
from django.db import connection


def test_a_server_of_our_own_answers(postgres_url):
    with psycopg.connect(postgres_url) as server:
        assert server.execute("SELECT 1").fetchone() == (1,)


def test_each_test_may_have_a_database_for_itself(postgres_url, postgres_database):
    with psycopg.connect(postgres_database) as server:
        server.execute("CREATE TABLE only_here (id int)")

    with psycopg.connect(postgres_url) as server:
        assert server.execute("SELECT to_regclass('only_here')").fetchone() == (None,)


@pytest.mark.django_db
def test_the_whole_suite_runs_on_the_database_asked_for(request):
    asked = {"sqlite": "sqlite", "postgres": "postgresql"}[request.config.getoption("database")]

    assert connection.vendor == asked
