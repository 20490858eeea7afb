"""What of a record is searched."""

from dataclasses import dataclass
from datetime import date

from zuji.search.words import folded, tokens_of


@dataclass(frozen=True)
class Findable:
    """The words by which a record is found. `on`: the day that a list of results shows."""

    title: str
    body: str
    on: date | None = None


def index_row(number: int, title: str, body: str) -> tuple[int, list[str], str]:
    """Give a document's row of the index: number, tokens, folded text."""
    plain_title, plain_body = folded(title), folded(body)
    return number, tokens_of(plain_title, plain_body), f"{plain_title}\n{plain_body}"
