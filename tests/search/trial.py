"""An index of a test's own papers, gone when the test is over."""

from contextlib import contextmanager

from zuji.search.findable import index_row
from zuji.search.index import Index


@contextmanager
def index_of(papers, on=None):
    """An index that holds papers (title, body), numbered from 1."""
    index = Index("search_trial", is_temporary=True, on=on)
    index.create()
    try:
        index.add(index_row(number, title, body) for number, (title, body) in enumerate(papers, 1))
        yield index
    finally:
        index.drop()
