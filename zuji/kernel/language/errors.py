"""What the duty language answers when it cannot read a sentence, or cannot say some terms."""


class DutyError(ValueError):
    """A place in a text that cannot be read, with a sentence that helps its author.

    `line` and `column` count from 1 in the whole text; `word` is what stands there; `expected` is every word that could.
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


class UnsayableTerms(ValueError):
    """Terms for which the language has no sentence; the message says what stands in the way."""
