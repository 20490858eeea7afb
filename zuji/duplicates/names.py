"""What tells one filled-in template from another: places, bodies and numbers that differ where the rest is the same."""

import re

LONGEST_NAME = 12
_LONG_ENDINGS = (
    "自治州|自治县|开发区|高新区|新区|街道|社区|小区|家园|花园|花苑|公寓|公馆|广场|大厦|市场|商场|超市|酒店|宾馆|饭店|餐馆|餐厅|"
    "学校|中学|小学|高中|初中|幼儿园|大学|学院|医院|卫生院|诊所|公司|集团|银行|工厂|工地|煤矿|公园|水库|大道|大街|车站|大桥|"
    "支部|协会|中心|书院|景园|新城|新村"
)
_SHORT_ENDINGS = (
    "省|市|区|县|旗|乡|镇|村|屯|路|街|巷|桥|站|厂|河|湖|江|苑|城|府|校|院|店|栋|楼|座|矿|港|岛|湾|园|寺|庙|坝"
)
_LONG_END = re.compile(_LONG_ENDINGS)
_END = re.compile(f"{_LONG_ENDINGS}|{_SHORT_ENDINGS}")
_SIDES = set("东西南北上下左右前后内外新老")
_CODE = re.compile(r"(?=[a-z\d]*[a-z])[a-z\d]+")
_FIGURES = re.compile(r"[\d一二三四五六七八九十百千万两零]+")
_COUNTED_PLACE = re.compile("路|号|栋|幢|线|班|室|楼|期|单元|中|小|院|组|区|村|高|校|厂|站|街|支部|医|桥|矿|幼儿园")
_DATE_AFTER_NUMBER = re.compile("号[^楼院线路栋房]")
_NAMES = re.compile(rf"[a-z]\d*[省市区县]|[一-鿿\da-z]{{2}}(?:{_LONG_ENDINGS}|{_SHORT_ENDINGS})")
_PARTICLES = re.compile(
    "[的了在是我们你您他她它这那哪此其之请让使到与跟及或没无从往给为对被把将每要应须着过也还又再就很更最但而且若说看想做]"
)
_EVERYDAY = re.compile(
    "希望|盼望|期望|解决|处理|问题|情况|事情|现在|目前|如今|没有|未能|因为|由于|但是|然而|非常|十分|特别|极其|恳请|请求|要求|反映|"
    "反应|投诉|举报|影响|妨碍|多次|屡次|已经|早已|进行|开展|相关|有关|部门|单位|机关|导致|造成|无法|不能|重视|关注|建议|提议|附近|"
    "周边|周围|旁边|居民|群众|百姓|业主|住户|市民|村民|职工|员工|家长|学生|孩子|老师|教师|领导|负责|书记|市长|局长|同志|会员|政府|"
    "广大|所有|全部|一些|部分|许多|大量|长期|一直|始终|立即|尽快|及时|加强|增加|提高|改善|完善|建设|修建|新建|管理|整治|治理|本市|"
    "我市|我区|我县|全市|全区|全县|某些|有些|开通|增设|设立|安装|规划|统一|公共|老旧|农村|城市|城镇|地方|地区|当地|外地|以前|以后"
)


def unlike_names(mine: str, theirs: str, after_mine: str, after_theirs: str) -> float:
    """Weigh a spot where two texts that agree around it say something else: 1 for another name, 0 for other words.
    A single letter may be a slip and weighs half.

    Takes: what each says there, and the letters that follow. The same letters in another order are a slip, not a name.
    """
    if not mine or not theirs or sorted(mine) == sorted(theirs):
        return 0
    if _FIGURES.fullmatch(mine) and _FIGURES.fullmatch(theirs):
        return _unlike_figures(after_mine)
    if _CODE.fullmatch(mine) and _CODE.fullmatch(theirs):
        return 1
    if max(len(mine), len(theirs)) > LONGEST_NAME or mine in theirs or theirs in mine:
        return 0
    if not (_ends_a_name(mine, after_mine) and _ends_a_name(theirs, after_theirs)):
        return 0
    return 0.5 if len(mine) == len(theirs) == 1 and not {mine, theirs} & _SIDES else 1


def names_in(letters: str) -> set[str]:
    """Give the places and bodies that letters name: the two letters before each ending, and the ending."""
    return {found for found in _NAMES.findall(letters) if not _is_everyday(found)}


def _unlike_figures(after: str) -> float:
    is_place = _COUNTED_PLACE.match(after) and not _DATE_AFTER_NUMBER.match(after) and not after.startswith("小时")
    return 0.8 if is_place else 0.05


def _ends_a_name(words: str, after: str) -> bool:
    if _is_everyday(words):
        return False
    ends = (ending.start() for ending in _END.finditer(words + after, 1))
    return any(start <= len(words) for start in ends) or bool(_LONG_END.match(after, 1))


def _is_everyday(words: str) -> bool:
    return bool(_PARTICLES.search(words) or _EVERYDAY.search(words))
