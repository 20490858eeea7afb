"""From a sentence to its terms: the grammar finds the parts, `meaning` says what they amount to."""

import difflib
from functools import cache
from pathlib import Path

from lark import Lark, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from zuji.kernel.duties import DutyTerms
from zuji.kernel.language.errors import DutyError
from zuji.kernel.language.meaning import terms_of
from zuji.kernel.language.sentence import LONGEST, Sentence, listed
from zuji.kernel.language.words import SHOWN, terminals


def parse_duty(text: str, *, code: str, title: str = "", line: int = 1) -> DutyTerms:
    """Read one sentence as the terms of a duty.

    Takes: `line`, where the sentence begins in the whole text. Raises: DutyError, naming line and word and what could
    stand there.
    """
    sentence = Sentence(text, line)
    if len(text) > LONGEST:
        raise sentence.error_at(0, "", (), f"起的句子太长：一条职责不超过{LONGEST}字")
    try:
        tree = grammar().parse(sentence.text)
    except UnexpectedInput as refusal:
        raise explained(refusal, sentence) from None
    return terms_of(tree, sentence, code=code, title=title)


@cache
def grammar() -> Lark:
    """Build the parser once: the grammar file and the vocabulary of the day."""
    rules = Path(__file__).with_name("duty.lark").read_text(encoding="utf-8")
    return Lark(rules + terminals() + "\n", parser="lalr", propagate_positions=True, maybe_placeholders=False)


def explained(refusal: UnexpectedInput, sentence: Sentence) -> DutyError:
    """Say in one sentence what stands there and what could have stood there, the likeliest first."""
    start = refusal.pos_in_stream or 0
    at_end = isinstance(refusal, UnexpectedToken) and refusal.token.type == "$END"
    if at_end:
        said = sentence.text.rstrip(" \n")
        start = len(said) + sentence.text[len(said) :].startswith(" ")
    word = "" if at_end else sentence.word_at(start)
    accepted = acceptable(refusal)
    expected = tuple(shown for name, words in SHOWN.items() if name in accepted for shown in words)
    near = difflib.get_close_matches(word, expected, n=3, cutoff=0.5)
    expected = (*near, *(each for each in expected if each not in near))
    if at_end and not sentence.text.strip(" \n"):
        complaint = "没有句子"
    elif at_end:
        complaint = "的句子没有写完"
    else:
        complaint = "看不懂" if isinstance(refusal, UnexpectedCharacters) else "写在这里不合句式"
    wanted = f"这里应写 {listed(expected)}" if expected else "句子应到此为止"
    if "$END" in accepted and not at_end:
        wanted += "，或者到此为止"
    return sentence.error_at(start, word, expected, f"{complaint}：{wanted}")


def acceptable(refusal: UnexpectedInput) -> set[str]:
    """Give the terminals that would have gone on from there."""
    if isinstance(refusal, UnexpectedCharacters | UnexpectedToken) and refusal.interactive_parser is not None:
        return set(refusal.interactive_parser.accepts())  # type: ignore[no-untyped-call]  # lark leaves it bare
    return set()
