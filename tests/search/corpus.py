"""Thirty-two small invented papers, alike enough that words alone do not tell them apart."""

TOPICS = {
    "供热": "老旧小区冬季室温不达标，部分住户夜间只有14℃。建议督促供热企业更新管网，公布24小时报修电话。",
    "校车": "城郊学校离家较远，早晚高峰公交拥挤。建议增设校车线路，由交警在校门口设置临时停车区。",
    "养老": "社区日间照料中心床位不足，失能老人无人照看。建议由街道与医院合办护理站，子女可分期缴费。",
    "阅读": "乡镇图书室开放时间短，书籍陈旧。建议与市图书馆通借通还，每周末举办一次亲子阅读活动。",
    "垃圾": "分类垃圾桶数量少，清运车混装混运。建议公开清运时间表，对混装的单位先提醒后处罚。",
    "河道": "城南河道淤积，雨季倒灌。建议汛期以前清淤两次，在桥下安装A5型水位计，数据向居民公开。",
    "农民工": "零工市场没有遮雨的地方，讨薪的路子不清楚。建议设零工驿站，由法律援助律师每周坐班。",
    "非遗": "剪纸传承人年事已高，徒弟只有三人。建议把剪纸请进课后服务，给传承人发放授课补贴。",
}
PLACES = ("北林区", "海伦市", "青冈县", "望奎县")


def papers():
    """Give (title, body) of each: every topic in every place, with a figure of its own."""
    return [
        (
            f"关于{place}{topic}问题的建议",
            f"{place}今年收到群众来信{10 + 7 * number + 3 * other}件。{text}联系人住在{place}第{number + 1}居委会。",
        )
        for number, (topic, text) in enumerate(TOPICS.items())
        for other, place in enumerate(PLACES)
    ]
