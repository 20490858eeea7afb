"""Made-up texts for the benchmark of 查重: words as uneven as a language's, phrases of the trade, and disguises."""

import random
from itertools import accumulate

WORDS, STOCK = 30_000, 150
LETTERS = [chr(0x4E00 + 7 * number) for number in range(2_500)]
SHORTEST, LONGEST = 300, 1_200


class MadeTexts:
    """The same texts for the same seed, each 300 to 1200 letters."""

    def __init__(self, seed: int = 1, words: int = WORDS) -> None:
        self.random = random.Random(seed)  # noqa: S311 - texts, not secrets
        self.words = [
            "".join(self.random.choices(LETTERS, k=self.random.choice((1, 2, 2, 2, 3)))) for _ in range(words)
        ]
        self.weights = list(accumulate(1 / (rank + 20) for rank in range(words)))
        self.stock = [self._sentence(self.random.randint(4, 8)) for _ in range(STOCK)]

    def text(self) -> str:
        """Make a text that shares nothing with others but words and a few phrases of the trade."""
        wanted = self.random.randint(SHORTEST, LONGEST)
        sentences = [self.random.choice(self.stock)]
        length = len(sentences[0])
        while length < wanted:
            sentence = self.random.choice(self.stock) if self.random.random() < 0.05 else self._sentence(12)
            sentences.append(sentence)
            length += len(sentence)
        return "".join(sentences)

    def disguised(self, text: str) -> str:
        """Send a text again: cut, in another order, or with some words replaced, and with a greeting."""
        sentences = text.split("。")[:-1]
        way = self.random.randrange(3)
        if way == 0:
            start = self.random.randrange(max(1, len(sentences) // 2))
            sentences = sentences[start : start + max(2, len(sentences) // 2)]
        elif way == 1:
            self.random.shuffle(sentences)
        else:
            sentences = [self._with_other_words(sentence) for sentence in sentences]
        return self.random.choice(self.stock) + "。".join(sentences) + "。"

    def _with_other_words(self, sentence: str) -> str:
        at = self.random.randrange(max(1, len(sentence) - 2))
        return sentence[:at] + self.random.choice(self.words) + sentence[at + 2 :]

    def _sentence(self, words: int) -> str:
        return "".join(self.random.choices(self.words, cum_weights=self.weights, k=words)) + "。"
