"""Pages of thought reports, by noun."""
