"""Reads of texts, duties and standings."""
