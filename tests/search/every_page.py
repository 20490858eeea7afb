"""Lines and addresses for tests/site/test_every_page.py."""

from django.urls import reverse

ANSWERS = """\
site:search                       302    200      200   200    200    200     200    200      200  200   200
  of words                        302    200      200   200    200    200     200    200      200  200   200
"""


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    return {"of words": reverse("site:search") + "?q=m"}
