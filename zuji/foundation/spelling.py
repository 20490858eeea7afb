"""How a Chinese name is typed in Latin letters: whole or by initials, in every reading of its characters."""

from itertools import islice, product

from pypinyin import Style, pinyin

from zuji.foundation.wording import plain

MOST_READINGS = 64
LONGEST_KEY = 120


def keys_of(name: str) -> list[str]:
    """Give the ways to type a name: 单小云 is "shanxiaoyun" and "sxy", but "danxiaoyun" and "dxy" too."""
    readings = pinyin(_letters(name), style=Style.NORMAL, heteronym=True, v_to_u=False)
    spoken = islice(product(*readings), MOST_READINGS)
    keys = [key for reading in spoken for key in ("".join(reading), "".join(part[:1] for part in reading))]
    return sorted({key[:LONGEST_KEY] for key in keys if key})


def typed(query: str) -> str:
    """Give what somebody typed as a key: "Zhang San" and "zhangsan" are one, ü is v."""
    return _letters(query).replace("ü", "v")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text)))
