"""Reads of infos."""
