"""What the parts of a sentence amount to, and which well-formed sentences are refused because they mean nothing."""

from typing import Any

from zuji.kernel.duties import DutyTerms
from zuji.kernel.language.amounts import MOST_WEIGHT, decimal_of, whole_number
from zuji.kernel.language.amounts import fields_of as amount_of
from zuji.kernel.language.parts import Part, all_words, parts, words
from zuji.kernel.language.sentence import Sentence
from zuji.kernel.language.timing import fields_of as timing_of
from zuji.kernel.language.timing import month_and_day
from zuji.kernel.language.vocabulary import BRANCH, MEMBER, POSTS

EVIDENCE = "凭据"
EXTRAS = {"score": "计分", "owed": "承担", "waived": "免除"}


def terms_of(tree: Part, sentence: Sentence, *, code: str, title: str) -> DutyTerms:
    """Give the terms that a parsed sentence states. Raises: DutyError for a value or a combination nobody can mean."""
    check_once(tree, sentence)
    fields: dict[str, Any] = {"code": code, "title": title}
    fields |= people_of(tree, sentence)
    fields |= timing_of(parts(tree, "timing")[0], sentence)
    fields |= amount_of(tree, fields, sentence)
    fields |= score_of(tree, fields, sentence)
    for extra in parts(tree, "owed", "waived"):
        for condition in parts(extra):
            fields |= condition_of(condition, sentence)
    for evidence in words(tree, "EVIDENCE"):
        fields["evidence"] = sentence.original(evidence).removeprefix(EVIDENCE).strip(" \t\r\u3000：:，,；;。")
    terms = DutyTerms(**fields)
    check_bearing(terms, tree, sentence)
    check_score(terms, tree, sentence)
    return terms


def check_once(tree: Part, sentence: Sentence) -> None:
    """Refuse an extra or a condition that is stated twice: one of the two would be ignored."""
    seen: set[str] = set()
    for extra in parts(tree, *EXTRAS):
        for each in (extra, *parts(extra)):
            if each.data in seen:
                raise sentence.error(each, f"重复：{EXTRAS.get(each.data, '同一条件')}只写一次")
            seen.add(each.data)
    for evidence in words(tree, "EVIDENCE")[1:]:
        raise sentence.error(evidence, f"重复：{EVIDENCE}只写一次")


def posts_in(part: Part, sentence: Sentence) -> tuple[str, ...]:
    """Give the post codes in a list such as 主任或副主任."""
    found = all_words(part, "POST")
    for place, word in enumerate(found):
        if word in found[:place]:
            raise sentence.error(word, "重复：同一职务只写一次")
    return tuple(POSTS[word] for word in found)


def people_of(tree: Part, sentence: Sentence) -> dict[str, Any]:
    """Who bears the duty, whom it is about and who must do it."""
    bearer = parts(tree, "bearer")[0]
    posts = posts_in(bearer, sentence)
    if words(bearer, "MEMBER"):
        fields: dict[str, Any] = {"bearer": "member", "excluded_posts": posts}
    else:
        fields = {"bearer": "post", "bearer_post": posts[0]} if posts else {"bearer": "branch"}
    for about in parts(tree, "about"):
        if fields["bearer"] == "member":
            raise sentence.error(about, "多余：会员自己的职责不写对谁")
        fields |= {"about": "member", "excluded_posts": posts_in(about, sentence)}
    for actors in parts(tree, "actors"):
        fields["actor_posts"] = posts_in(actors, sentence)
    return fields


def score_of(tree: Part, fields: dict[str, Any], sentence: Sentence) -> dict[str, Any]:
    """Whose score the duty feeds: without 计分 the member's own for a member, else the branch's, with weight 0."""
    for score in parts(tree, "score"):
        number = words(score, "NUMBER")[0]
        weight = decimal_of(number, sentence)
        if weight > MOST_WEIGHT:
            raise sentence.error(number, f"太大：分值不超过 {MOST_WEIGHT}", f"0至{MOST_WEIGHT}")
        return {"credited_to": "member" if words(score, "MEMBER") else "branch", "weight": weight}
    return {"credited_to": "member" if fields["bearer"] == "member" else "branch"}


def condition_of(part: Part, sentence: Sentence) -> dict[str, Any]:
    """Read one condition of 承担 or 免除."""
    if part.data == "on_roll":
        return {"owed_on_last_day": True}
    if part.data == "exempt_at_end":
        return {"waive_exempt_on_last_day": True}
    if part.data == "joined_by":
        month, day = month_and_day(part, sentence)
        return {"joined_by_month": month, "joined_by_day": day}
    number = words(part, "NUMBER")[0]
    if part.data == "joined_for":
        return {"minimum_days": whole_number(number, sentence, most=3660)}
    return {"waive_exempt_months": whole_number(number, sentence, most=12)}


def check_bearing(terms: DutyTerms, tree: Part, sentence: Sentence) -> None:
    """Refuse what the judgement would ignore: words about members where no member owes and none is meant."""
    is_personal = terms.bearer == "member" or terms.about == "member"
    if is_personal:
        for measure in parts(tree, "coverage"):
            raise sentence.error(measure, "不成立：到场 ÷ 应到 按支部计，会员的职责请写 到会 ÷ 应到会议")
    else:
        for extra in parts(tree, "owed", "waived", "prorate"):
            raise sentence.error(extra, "用不上：承担、免除和折算只用于会员的职责，或者对每名会员的职责")
        for measure in parts(tree, "share"):
            raise sentence.error(measure, "不成立：到会之比按会员计，支部的职责请写 到场 ÷ 应到")
    if terms.measure in ("share", "coverage"):
        for actors in parts(tree, "actors"):
            raise sentence.error(actors, "用不上：到场、到会只看会员本人")


def check_score(terms: DutyTerms, tree: Part, sentence: Sentence) -> None:
    """Refuse to feed a member's score from what no member owes."""
    if terms.credited_to == "member" and terms.bearer != "member" and not terms.about:
        complaint = f"不成立：这项职责只能计{BRANCH}的分，不能计{MEMBER}的分"
        raise sentence.error(parts(tree, "score")[0], complaint, f"计分 {BRANCH}")
