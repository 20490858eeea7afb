"""What the duty language answers when it cannot read a sentence, or cannot say some terms."""


class DutyError(ValueError):
    """A place in a text that cannot be read, with a sentence that helps its author.

    `line` and `column` count from 1 in the whole text; `word` is what stands there and `expected` every word
    that could.
    """

    def __init__(self, line: int, column: int, word: str, expected: tuple[str, ...], message: str) -> None:
        super().__init__(line, column, word, expected, message)
        self.line = line
        self.column = column
        self.word = word
        self.expected = expected
        self.message = message

    def __str__(self) -> str:
        return self.message


class UnsayableTerms(ValueError):  # noqa: N818 - the terms are what is raised, as with TextErrors and UnsayableRule
    """Terms for which the language has no sentence; the message says what stands in the way."""
