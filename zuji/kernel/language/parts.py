"""The parts of a parsed sentence, each asked for by what it is."""

from lark import Token, Tree

Part = Tree[Token]


def words(part: Part, *types: str) -> list[Token]:
    """Give the words directly in a part, only those of the types if any are named."""
    return [each for each in part.children if isinstance(each, Token) and (not types or each.type in types)]


def parts(part: Part, *names: str) -> list[Part]:
    """Give the parts directly in a part, only those of the names if any are named."""
    return [each for each in part.children if isinstance(each, Tree) and (not names or each.data in names)]


def all_words(part: Part, *types: str) -> list[Token]:
    """Give the words anywhere in a part in the order in which they were written."""
    found: list[Token] = []
    for each in part.children:
        inner = all_words(each, *types) if isinstance(each, Tree) else [each]
        found += [word for word in inner if not types or word.type in types]
    return found
