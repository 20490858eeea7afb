"""Reads of receipts, of sealed reports by who may open them, and of overviews."""
