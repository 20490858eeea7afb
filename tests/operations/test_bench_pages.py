"""The pages the benchmark asks for, on the demo."""

import pytest
from django.contrib.auth import get_user_model

from zuji.operations.bench import rendering
from zuji.operations.demo.building import build_demo


@pytest.mark.django_db
def test_every_page_answers_and_the_board_asks_few_queries(monkeypatch):
    monkeypatch.setattr(rendering, "WARM_UP", 0)
    monkeypatch.setattr(rendering, "ROUNDS", 1)
    build_demo()
    director = get_user_model().objects.get(username="director")

    found = {name: rendering.figures_of(name, path, director) for name, path in rendering.page_paths().items()}

    assert list(found) == ["board", "member list", "timeline", "my page"]
    assert 3 <= found["board"].queries <= 12
    assert found["board"].elements > 300
