"""In what one would count what a text speaks of: "hộ", "em", "hồ sơ". Never how much."""

from __future__ import annotations

from lantoa.writing.text import Text
from lantoa.writing.vocabulary import Vocabulary

# What the text speaks of, by the word it is counted in. People who are named go before things.
COUNTED = {
    "em": "học sinh|các em|em|em nhỏ|học trò|trẻ em|trẻ|trẻ nhỏ|các cháu|cháu|thiếu nhi|con em",
    "hộ": "hộ|các hộ|hộ dân|hộ nghèo|hộ cận nghèo|hộ gia đình|gia đình|hộ kinh doanh|hộ khó khăn",
    "người": "bà con|người dân|người|các cụ|cụ|cụ già|ông bà|chị em|phụ nữ|hội viên|đoàn viên|nông dân|công dân"
    "|công nhân|thanh niên|bệnh nhân|người bệnh|người cao tuổi|người nghèo|đồng bào|đồng nghiệp|cử tri|học viên"
    "|sinh viên|giáo viên|khách hàng|cán bộ|đảng viên|nhân dân|hành khách",
    "hồ sơ": "hồ sơ|thủ tục",
    "cây": "cây|cây xanh|trồng cây",
    "km": "đường|tuyến đường|đường ngõ|ngõ|kênh mương|bờ mương",
    "buổi": "buổi|lớp|tập huấn|tuyên truyền|sinh hoạt|dạy",
    "bài": "bài|bài viết|bài giảng|tin bài",
    "sản phẩm": "sản phẩm|phần mềm|sáng kiến",
    "ngôi nhà": "nhà|nhà ở|nhà tạm|nhà dột",
}
WORDS = Vocabulary({unit: said.split("|") for unit, said in COUNTED.items()})
USUAL = "người"


def unit_of(original: str) -> str:
    """The unit the box for the unit may start with; people are what most undertakings are about."""
    named = {hit.tag for hit in WORDS.hits(Text(original))}
    return next((unit for unit in COUNTED if unit in named), USUAL)
