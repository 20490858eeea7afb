"""Figures, tables and documents: renders what evaluation and institutions counted, and never counts itself."""
