"""What tests/world.py records of this app."""


def record(world):
    """One thing of every sort."""
