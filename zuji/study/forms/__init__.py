"""Input about study, turned into clean values."""
