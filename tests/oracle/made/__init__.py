"""The parts from which a made-up branch-year is put together."""
