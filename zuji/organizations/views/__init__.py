"""Pages of organizations."""
