"""Pages of social service."""
