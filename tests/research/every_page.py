"""Lines and addresses for tests/site/test_every_page.py."""

ANSWERS = ""


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    return {}
