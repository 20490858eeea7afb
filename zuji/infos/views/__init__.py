"""Pages of infos."""
