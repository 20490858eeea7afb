"""Input about proposals, turned into clean values; one file for each kind."""
