"""What is compared when something is looked for: letters and digits alone, in pairs of neighbours."""

from zuji.foundation.wording import plain

LONGEST_QUERY = 64
LONGEST_DOCUMENT = 50_000
"""Letters of a text that are indexed: PostgreSQL keeps no more than a megabyte of tokens for a row."""
TITLE = "_"
"""Before a pair that stands in the title; no letter, so no text can write it."""
_VARIANTS = str.maketrans(
    "著於裏裡麽祇乾瞭徵餘藉鬱甦週佈佔傢係繫後鐘鍾", "着于里里么只干了征余借郁苏周布占家系系后钟钟"
)


def folded(text: str) -> str:
    """Give what a text says to a search: simplified, half width, lower case, without spaces and punctuation."""
    return "".join(letter for letter in plain(text) if letter.isalnum()).translate(_VARIANTS)[:LONGEST_DOCUMENT]


def words_of(query: str) -> list[str]:
    """Split what somebody looks for at its spaces; each word once, no more than LONGEST_QUERY letters in all."""
    room, words = LONGEST_QUERY, []
    for part in plain(query[: 4 * LONGEST_QUERY]).split():
        word = folded(part)[:room]
        room -= len(word)
        if word and word not in words:
            words.append(word)
    return words


def pairs(letters: str) -> list[str]:
    """Give the pairs of neighbours, each once, in order."""
    return list(dict.fromkeys(letters[at : at + 2] for at in range(len(letters) - 1)))


def tokens_of(title: str, body: str) -> list[str]:
    """Give the tokens by which a document, folded already, is found: its pairs, the title's marked as well.

    The last letter stands alone, so that every letter begins a token and can be looked for by itself.
    """
    marked = [TITLE + pair for pair in pairs(title)]
    return list(dict.fromkeys([*marked, *pairs(title), *pairs(body), *title[-1:], *body[-1:]]))
