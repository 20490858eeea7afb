"""Chinese numerals as clauses are numbered by them: 第十二条, 第一百零三条."""

DIGITS = "零一二三四五六七八九"
VALUES = {each: value for value, each in enumerate(DIGITS)} | {"〇": 0, "两": 2}
ARABIC = str.maketrans("０１２３４５６７８９", "0123456789")


def number_of(numeral: str) -> int | None:
    """Read 1 to 999 in Chinese, Arabic or full-width digits; None for what is no such number."""
    arabic = numeral.translate(ARABIC)
    if arabic.isascii() and arabic.isdigit():
        return int(arabic) if len(arabic) <= 3 and int(arabic) > 0 else None
    hundreds, has_hundreds, rest = numeral.rpartition("百")
    tens, has_tens, ones = rest.rpartition("十")
    if len(hundreds) > 1 or len(tens.lstrip("零〇")) > 1 or len(ones.lstrip("零〇")) > 1:
        return None
    digits = [hundreds, tens.lstrip("零〇"), ones.lstrip("零〇")]
    if any(each and not VALUES.get(each) for each in digits) or (has_hundreds and not hundreds):
        return None
    values = [VALUES.get(each, 0) for each in digits]
    total = values[0] * 100 + (values[1] or 1) * 10 * bool(has_tens) + values[2]
    return total or None


def numeral_of(number: int) -> str:
    """Write 1 to 999 in Chinese: 十二, 一百零三, 二百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        written += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        written += "零"
    return written + (DIGITS[ones] if ones else "")
