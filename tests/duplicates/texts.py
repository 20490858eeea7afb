"""Invented texts: one about an evening's noise, the same matter in other words, the same form about another school."""

NOISE = (
    "青河镇柳树屯小区南门外的夜市每天营业到凌晨两点，音响声音很大，住在附近的居民无法休息。今年3月以来，居民向物业反映过四次，"
    "物业说夜市不在小区里面，管不了。夜市收摊以后，地上的油污和竹签没有人清扫，下雨时油水流进小区的排水沟。"
    "建议城管部门规定收摊的时间，安排人员巡查；由摊主轮流打扫；给居民一个可以联系的电话。"
)
SAME_MATTER = (
    "夜里睡不好觉的事说了很久：柳树屯小区南门外的夜市每天营业到凌晨两点，放歌喊麦，窗户关上也挡不住。老人孩子第二天都没有精神。"
    "我们找过几回，物业说夜市不在小区里面，也没有别的人来过问。希望早一点收摊，把地上的油污和竹签收拾干净，给小区一个安静的晚上。"
)
OTHER = (
    "青河镇中心小学门前的斑马线已经磨得看不清，早晚接送孩子的车多，过马路不安全。"
    "建议重新施划标线，上下学的时段派人值守，并在路口装一盏提示灯。"
)
SCHOOL = (
    "红旗小学门口没有停车的地方，每天下午四点半以后，接孩子的家长把车停在机动车道上，整条街堵得走不动。"
    "建议交警部门在红旗小学门口划出临时停车位，放学时安排人员疏导。"
)
TRADITIONAL = (
    "青河鎮柳樹屯小區南門外的夜市每天營業到凌晨兩點，音響聲音很大，住在附近的居民無法休息。今年3月以來，居民向物業反映過四次，"
    "物業說夜市不在小區裏面，管不了。夜市收攤以後，地上的油污和竹籤沒有人清掃，下雨時油水流進小區的排水溝。"
    "建議城管部門規定收攤的時間，安排人員巡查；由攤主輪流打掃；給居民一個可以聯繫的電話。"
)


def in_another_order(text):
    return "。".join(reversed(text.rstrip("。").split("。"))) + "。"


def full_width(text):
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


def without_marks(text):
    return "".join(filter(str.isalnum, text))


def with_zero_widths(text):
    return "\u200b".join(text)


def greeted(text):
    return f"尊敬的领导：您好！现将有关情况反映如下。{text}以上情况属实，恳请重视，谢谢！"


def cut(text):
    return text[len(text) // 4 : 3 * len(text) // 4]


def in_other_words(text):
    words = {
        "居民": "群众",
        "反映": "反应",
        "很大": "特别大",
        "建议": "提议",
        "安排": "指派",
        "地上": "地面",
        "规定": "定好",
    }
    for word, other in words.items():
        text = text.replace(word, other)
    return text


def traditional(text):
    assert text == NOISE
    return TRADITIONAL
