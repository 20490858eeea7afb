"""Which documents answer best: our own ranking, in whole numbers, the same on every engine.

Work is bounded, however many documents there are: the index gives at most MOST_CANDIDATES for each of a few questions,
from the strictest to the loosest, and only these are weighed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from zuji.search.index import MOST_COUNTED, Index
from zuji.search.words import TITLE, pairs, words_of

MOST_CANDIDATES = 300
ENOUGH = 60
"""With so many documents that hold all words nobody misses those that hold only some."""


@dataclass(frozen=True)
class Question:
    """What somebody looks for: its words, and what each token of theirs weighs: the rarer, the more."""

    words: tuple[str, ...]
    weights: dict[str, int]
    counts: dict[str, int]


def ranked(index: Index, query: str, *, within: Any = None) -> list[int]:
    """Give the numbers of the documents that answer a query, best first; newer before older among equals.

    Takes: `within`, a queryset of the numbers that the reader may be shown; others are neither given nor counted.
    """
    words = words_of(query)
    if not words:
        return []
    question = _weighed(index, words)
    texts = _candidates(index, question, within)
    scores = {number: score(text, question) for number, text in texts.items()}
    return sorted((number for number in scores if scores[number]), key=lambda number: (-scores[number], -number))


def _weighed(index: Index, words: Sequence[str]) -> Question:
    tokens = list(dict.fromkeys(token for word in words for token in tokens_of_word(word)))
    counts, size = index.counts(tokens), index.size()
    return Question(tuple(words), {token: weight(counts[token], size) for token in tokens}, counts)


def tokens_of_word(word: str) -> list[str]:
    """Give the tokens that a word asks for: its pairs, or the one letter it is."""
    return pairs(word) or [word]


def weight(count: int, size: int) -> int:
    """Say what a token tells that `count` of `size` documents hold: eight times the binary logarithm, rounded down."""
    return int(max(1, ((16 * max(size, 1) // max(count, 1)) ** 8).bit_length() - 32))


def _candidates(index: Index, question: Question, within: Any) -> dict[int, str]:
    texts: dict[int, str] = {}
    for expression in _expressions(index, question):
        texts |= index.matching(expression, most=MOST_CANDIDATES, within=within)
        if len(texts) >= ENOUGH:
            break
    return texts


def _expressions(index: Index, question: Question) -> Iterator[str]:
    """Ask for all in the title, for all, for all words but one, and last for the rarest tokens there are."""
    there = [token for token in question.weights if question.counts[token]]
    if not there:
        return
    in_title = [TITLE + token for token in there if len(token) > 1]
    if in_title and question.counts[min(there, key=lambda token: question.counts[token])] > MOST_CANDIDATES:
        yield index.all_of(in_title)
    yield index.all_of(there)
    by_word = [[token for token in tokens_of_word(word) if question.counts[token]] for word in question.words]
    by_word = [tokens for tokens in by_word if tokens]
    if 1 < len(by_word) <= 6:
        left_out = [[token for other in by_word if other is not tokens for token in other] for tokens in by_word]
        for tokens in left_out:
            yield index.all_of(dict.fromkeys(tokens))
    yield from _loosest(index, question, there)


def _loosest(index: Index, question: Question, there: list[str]) -> Iterator[str]:
    rarest: list[str] = []
    room = MOST_COUNTED
    for token in sorted(there, key=lambda token: (question.counts[token], token)):
        if rarest and question.counts[token] > room:
            break
        rarest.append(token)
        room -= question.counts[token]
    for at in range(0, len(rarest), 4):
        yield index.any_of(rarest[at : at + 4])


def score(text: str, question: Question) -> int:
    """Weigh a document against a question: how much of it is there, how often, in the title, word for word."""
    title, _newline, body = text.partition("\n")
    length = 64 + min(len(text), 4096) // 16
    found = words_there = 0
    for word in question.words:
        tokens = tokens_of_word(word)
        for token in tokens:
            often = body.count(token) + 2 * title.count(token)
            found += question.weights[token] * (often * 220 * 64 // (often * 6400 // 64 + length) if often else 0) // 64
            found += 80 * question.weights[token] * (token in title)
        if word in text:
            words_there += 1
            found += 120 * sum(question.weights[token] for token in tokens)
    if len(question.words) > 1 and "".join(question.words) in text:
        found *= 2
    return found * (len(question.words) + 2 * words_there)
