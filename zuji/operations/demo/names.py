"""What the demo's organizations are called."""

PROVINCE = "民进黑龙江省委会"
CITY = "民进绥化市委会"
FIRST = "民进绥化市教育二支部"
SECOND = "民进绥化市文化支部"
