"""Views of research."""
