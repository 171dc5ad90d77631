"""Finding «thời hạn»: a date, a period or an explicit recurrence. «Thường xuyên» is none."""

from __future__ import annotations

import re

from lantoa.writing.text import Text, one_spelling

COUNT = r"(?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy)"
LENGTH = r"(?:ngày|đêm|tuần|tháng|quý|năm|học kỳ|mùa|vụ)"
TURN = (
    r"(?:học kỳ|năm học|kỳ họp|kỳ sinh hoạt|ngày|tuần|tháng|quý|năm|kỳ|buổi|sáng|trưa|chiều|tối|đêm|thứ|mùa|vụ"
    r"|phiên|đợt|ca trực|ca|chủ nhật|dịp|bữa|chuyến|hè|tết)"
)
MONTH = r"(?:\d{1,2}|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|mười|chạp)"
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
IN_YEAR = r"(?:0?[1-9]|1[0-2])"
SEASON = (
    r"(?:mưa|khô|hè|gặt|bão|lũ|nước nổi|thu hoạch|tuyển quân|tuyển sinh|thi|đông|xuân|cà phê|vải|chay|rét|nắng"
    r"|cạn|dịch|giáp hạt)"
)
FEAST = (
    r"(?:tết|lễ|hè|khai giảng|trung thu|rằm|vu lan|cuối|đầu|kỷ niệm|quốc khánh|đại hội|bầu cử|tổng kết|\d)"
)

PATTERNS = [
    # recurrence
    rf"(?:mỗi một|mỗi|hằng|hàng|từng|cứ đến|cứ mỗi|cứ)\s{TURN}",
    r"theo\s(?:ngày|tuần|tháng|quý|năm|mùa|học kỳ)",
    r"sau mỗi\s\w+",
    rf"(?:{TURN}|hôm|phiên|thứ \w+)\snào",
    rf"(?:{COUNT}\s)?{LENGTH}\s?/\s?(?:\d+\s)?lần",
    rf"(?:{COUNT}\s)?{LENGTH}\s{COUNT}\s(?:lần|buổi|phiên|kỳ)",
    r"(?:lần|buổi|đồng|bài|kg|suất|giờ|tiếng|phút|tiết|chuyến|đợt|cuốn|trang|phần|lượt|nghìn|ngàn|triệu|em|hộ)"
    rf"\s(?:trong\s)?(?:một|1)\s{LENGTH}",
    r"định kỳ",
    # a day
    rf"{DAY}\s?/\s?{IN_YEAR}(?:\s?/\s?(?:{YEAR}|\d\d))?",
    rf"{DAY}\s?[.-]\s?{IN_YEAR}\s?[./-]\s?{YEAR}",
    rf"(?:trước|đến|hết|ngày|hạn|từ|xong)\s(?:ngày\s)?{DAY}\.{IN_YEAR}(?:\.\d\d)?",
    rf"ngày\s(?:mùng|mồng|rằm)?\s?\d{{1,2}}(?:\stháng\s{MONTH}|(?:\s?[/.]\s?\d{{1,2}})(?:\s?[/.]\s?\d{{2,4}})?)?",
    r"(?:mùng|mồng)\s(?:\d{1,2}|một|hai|ba|bốn|năm|mười)",
    r"(?:ngày|đêm|vào|mỗi|dịp)\srằm",
    r"(?:(?:sáng|trưa|chiều|tối|đêm)\s)?(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)",
    r"(?:dịp\s|ngày\s|vào\s)?cuối tuần",
    r"(?:(?:cứ|mỗi|vào|kỳ|dịp)\s)?nghỉ hè|(?:mùa )?hè (?:này|tới|năm)",
    r"(?:các|những|vào)\s(?:ngày|dịp)\s(?:lễ|tết|nghỉ)",
    # a period
    rf"t\.?\s?{IN_YEAR}\s?[/-]\s?{YEAR}|hk\s?(?:[12]|i{{1,2}})|q\s?[1-4](?:\s?[/-]\s?{YEAR})?",
    rf"tháng\s{MONTH}(?:\s?[-/]\s?{YEAR}|\snăm\s{YEAR})?",
    r"tháng\s(?:này|tới|sau|cao điểm|hành động|thanh niên|công nhân|nhân đạo|an toàn|khuyến học)",
    rf"quý\s(?:i{{1,3}}|iv|[1-4]|một|hai|ba|bốn|tư|này|tới|sau)(?:\s?[-/]\s?{YEAR}|\snăm\s{YEAR})?",
    rf"(?:trong\s|hết\s|đến\s|cuối\s|đầu\s)?năm\s(?:học\s)?{YEAR}",
    r"năm\s(?:nay|tới|sau|học này|học tới|học mới)",
    rf"{YEAR}\s?[-–]\s?{YEAR}",
    rf"(?:trong|đến|hết|cuối|đầu|giữa|từ|tới)\s(?:năm\s)?{YEAR}",
    r"(?:trong|hết|cuối|đầu|giữa|suốt|cả|trọn|ngay|nửa đầu|nửa cuối)\s(?:cả\s)?"
    r"(?:năm học|năm|tháng|tuần|quý|học kỳ|kỳ nghỉ hè|hè|nhiệm kỳ|vụ (?:đông|hè|chiêm|mùa|xuân)|mùa \w+)",
    rf"(?:{COUNT}\s)tháng\s(?:đầu|cuối)\s(?:năm|nhiệm kỳ)",
    rf"(?:giai đoạn|nhiệm kỳ|khóa)\s{YEAR}",
    r"học kỳ\s(?:i{1,2}|[12]|một|hai|này|tới)",
    r"từ nay (?:đến|tới)",
    rf"vụ\s(?:đông xuân|hè thu|chiêm xuân|chiêm|mùa|xuân|đông|thu đông|lúa {MONTH})",
    rf"(?:trước|trong|vào|qua|đến|hết|suốt|sau|cả)\smùa\s{SEASON}",
    r"(?:trước|trong|vào|đến|hết|suốt|sau|qua)\s(?:vụ|mùa|kỳ nghỉ|kỳ tuyển sinh|lễ hội|ngày hội)"
    r"\s(?!án|việc|kiện|tai|cháy|nổ|trộm|lừa)\w+",
    rf"(?:nhân\s|vào\s|trong\s|mỗi\s)?dịp\s{FEAST}",
    r"(?:trước|sau|đến|vào|trong|ngày|giáp)\s(?:ngày\s|lễ\s|thềm\s)?"
    r"(?:tết|khai giảng|trung thu|đại hội|bầu cử|năm học mới|20/11|quốc khánh|kỳ thi|bế giảng|tổng kết năm)",
    r"(?:cho )?(?:đến|tới) khi\s\w+",
    r"(?:đến|hết|cho đến|tới)\s(?:khi\s|hết\s)?"
    r"(?:lớp \d{1,2}|cấp (?:\d|i{1,3})|tốt nghiệp|ra trường|trưởng thành|đủ 18 tuổi|học xong|năm 18 tuổi)",
    # so long
    r"(?:trong vòng|trong|sau|không quá|chậm nhất)\s(?:không quá\s)?\d{1,3}\s?(?:giờ|tiếng|phút)",
    r"(?:cao điểm|trong vòng|vòng|trong|suốt|liền|sau|đợt|chiến dịch|kéo dài|thời gian|thời hạn|qua)"
    rf"\s(?:hơn\s|gần\s)?{COUNT}\s(?:ngày đêm|ngày|đêm|tuần|tháng|năm|quý|mùa|vụ)",
    rf"{COUNT}\s(?:ngày đêm|(?:ngày|tuần|tháng|năm)\s(?:liền|liên tục|liên tiếp|qua|nay|tới|nữa|cao điểm|ra quân))",
]
TIME = re.compile(one_spelling(rf"(?<!\w)(?:{'|'.join(PATTERNS)})(?!\w)"))
RATE = re.compile(one_spelling(rf"/\s?(?:{COUNT}\s)?(?:ngày|tuần|tháng|quý|năm|buổi|kỳ|học kỳ|vụ|đêm)(?!\w)"))

# "3 kg gạo một năm": the time is only the last part, the number before it counts something.
PER = re.compile(
    one_spelling(rf"(?<![\d.,])\d[\d.,]{{0,15}}\s(?:\w+\s){{1,5}}((?:một|1|mỗi)\s{LENGTH})(?!\w)")
)

# «nếp sống hằng ngày»: every day belongs to the noun, nobody promises anything for every day.
EVERYDAY = re.compile(
    one_spelling(
        r"(?:nếp sống|cuộc sống|đời sống|lối sống|công việc|công tác|sinh hoạt|giao tiếp|ứng xử|lao động|việc làm|"
        r"nhiệm vụ|hành động|lời nói|làm việc|chuyên môn|phục vụ|nếp nghĩ|cách sống)"
        r"(?:,? (?:của mình|của bản thân|và \w+ \w+))?\s$"
    )
)
SLOGAN = re.compile(
    one_spelling(
        r"\s(?:làm |có |thêm |là )?(?:một|1|01) (?:việc|điều|cử chỉ|hành động|niềm vui|nụ cười|lời hay|tấm gương)"
    )
)
CAMPAIGN_NAME = re.compile(
    r"\s(?:tình nguyện|xanh|đỏ|hồng|vì|về cơ sở|nông thôn|khoa học|văn minh|cùng dân|nghĩa tình|hạnh phúc|không)"
)
ORDINAL = re.compile(r"(?:lần|đứng|xếp|người|hạng|con|bước|điều|cái|vị trí|loại|phiên bản)\s$")
ENUMERATING = re.compile(r"(?:^|[.;:\n]\s?|\bvà )$")
OF_A_DOCUMENT = re.compile(r"(?:-\w{1,8}(?:/\w{1,8})?,?\s?|\bsố \S{1,16},?\s)(?:ngày\s)?$")
SIGNED_BY = re.compile(
    r",?\s(?:của|do)\s(?:bộ|ban|trung ương|thủ tướng|chính phủ|tỉnh|quốc hội|ủy ban|ubnd|đảng ủy|thành ủy|bch)"
)
PAST = re.compile(r"(?:từ|qua|trong|sau|hơn|suốt)?\s?(?:\w+\s)?năm\s(?:qua|trước|ngoái)$")
WEEKDAY = re.compile(r"(?:thứ \w+|chủ nhật)$")
SURE = ("sáng", "chiều", "tối", "trưa", "đêm", "chủ nhật", "mỗi", "hằng")
SHORT_DATE, FULL_DATE = re.compile(r"\d+\s?/\s?\d+"), re.compile(r"\d+\s?/\s?\d+\s?/\s?\d+")
DATED = re.compile(r"(?:ngày|trước|đến|từ|hết|trong|vào|sau|hạn|dịp|tới|mừng|tết|lễ)\s$")
WORKING_DAYS = re.compile(r"\s(?:làm việc|công)\b")
NAMED_AFTER = re.compile(
    r"(?:phố|đường|cầu|trường|lớp|mầm non|mẫu giáo|tiểu học|nông trường|công viên|bệnh viện|hợp tác xã|nhà máy"
    r"|xí nghiệp|công ty|khu|chợ|rạp|trại|làng|khối|tổ|ngõ|sân|nhà văn hóa)\s$"
)
COUNTED = re.compile(
    r"\s(?:số|hộ|hồ sơ|người|đảng viên|chi bộ|em|cháu|học sinh|thôn|xã|trường|điểm|đồng chí|tổ|vụ|đơn vị|bản|ấp|khu|"
    r"nhà|cơ quan|lớp|phòng|đơn|thủ tục|tiêu chí|chỉ tiêu|công trình|tuyến|buổi|cụ|văn bản|nhiệm vụ|nội dung)\b"
)


def times(text: Text) -> list[tuple[int, int]]:
    """Stretches of the reading that say when; sorted, none overlapping another."""
    spans = {m.span() for pattern in (TIME, RATE) for m in pattern.finditer(text.reading)}
    spans |= {m.span(1) for m in PER.finditer(text.reading)}
    quoted = {text.words[number].start for number in text.quoted}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        overlaps = bool(kept) and start < kept[-1][1]
        if not overlaps and start not in quoted and not _is_no_time(text.reading, start, end):
            kept.append((start, end))
    return kept


def _is_no_time(reading: str, start: int, end: int) -> bool:
    """A name, an ordinal, a document's date, a ratio, the past, an every-day that belongs to a noun."""
    said, before, after = reading[start:end], reading[max(0, start - 40) : start], reading[end : end + 30]
    if said.endswith("ngày"):
        return bool(EVERYDAY.search(before) or SLOGAN.match(after) or WORKING_DAYS.match(after))
    if WEEKDAY.search(said):
        return _is_no_weekday(said, before, after)
    if SHORT_DATE.fullmatch(said):
        counts = bool(COUNTED.match(after)) and not DATED.search(before)
        return counts or bool(NAMED_AFTER.search(before))
    if OF_A_DOCUMENT.search(before) or (FULL_DATE.search(said) and SIGNED_BY.match(after)):
        return True
    return bool(PAST.search(said)) or after.startswith(" tuổi")


def _is_no_weekday(said: str, before: str, after: str) -> bool:
    """ "Ngày thứ Bảy tình nguyện", "lần thứ hai", "thứ hai, …" in an enumeration."""
    if CAMPAIGN_NAME.match(after):
        return True
    if said.startswith(SURE):
        return False
    listed = ENUMERATING.search(before) and re.match(r"\s?(?:,|:|là\b)", after)
    return bool(listed or ORDINAL.search(before))
