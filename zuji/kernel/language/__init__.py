"""The controlled Chinese in which an institution's clauses state duties: read into terms, and written from them."""

from zuji.kernel.language.errors import DutyError, UnsayableTerms
from zuji.kernel.language.reading import parse_duty
from zuji.kernel.language.writing import write_duty

__all__ = ["DutyError", "UnsayableTerms", "parse_duty", "write_duty"]
