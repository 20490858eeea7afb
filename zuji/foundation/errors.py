"""What goes wrong in the domain: a sentence that the person concerned can read."""


class ZujiError(Exception):
    """A refusal with a sentence for people; pages show it, commands print it and exit with 2."""
