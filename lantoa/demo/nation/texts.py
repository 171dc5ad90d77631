"""Sentences as people write them, put together from parts: long enough to weigh, different enough to search."""

from __future__ import annotations

import random

WORK = [
    ("Mỗi tuần dành hai buổi hướng dẫn bà con nộp hồ sơ trực tuyến tại nhà văn hóa", "buổi"),
    ("Giúp hộ khó khăn trong thôn sửa lại nhà, làm lại chuồng trại và trồng vườn rau", "hộ"),
    ("Trả lời ý kiến của nhân dân đúng hẹn, việc quá hạn phải gọi điện xin lỗi và hẹn ngày mới", "ý kiến"),
    ("Cùng tổ tự quản phát quang, vệ sinh và trồng hoa hai bên tuyến đường của thôn", "km"),
    ("Kèm học sinh yếu môn Toán và Tiếng Việt vào chiều thứ bảy, không thu tiền", "học sinh"),
    ("Đến tận nhà thăm khám, đo huyết áp cho người cao tuổi ở xa trạm y tế", "lượt người"),
    ("Vận động các gia đình phân loại rác tại nguồn, thu gom vỏ chai bán gây quỹ", "gia đình"),
    ("Rà soát, cắt giảm giấy tờ trùng lặp trong các thủ tục do bộ phận mình giải quyết", "thủ tục"),
    ("Gặp gỡ, lắng nghe thanh niên sau cai nghiện, giúp tìm việc làm ổn định", "người"),
    ("Đọc và kể một câu chuyện về Bác ở buổi sinh hoạt chi bộ, rút ra việc làm theo", "câu chuyện"),
    ("Tiết kiệm điện, nước, giấy in tại cơ quan; in hai mặt, tắt đèn khi ra khỏi phòng", "triệu đồng"),
    ("Xuống cơ sở dự sinh hoạt với chi bộ còn yếu, cùng bàn cách gỡ từng việc khó", "buổi"),
]
WHOM = [
    "nhất là người cao tuổi và hộ ở xa trung tâm",
    "ưu tiên gia đình chính sách",
    "làm cùng chi đoàn và hội phụ nữ",
    "có sổ ghi từng buổi để chi bộ theo dõi",
    "mời người đã làm được đến chia sẻ cách làm",
    "không để việc tồn sang tháng sau",
    "kết quả báo cáo tại buổi sinh hoạt hằng tháng",
    "phân công từng đảng viên phụ trách nhóm hộ",
]
PRODUCTS = [
    "Sổ ghi từng buổi",
    "Ảnh chụp trước và sau khi làm",
    "Danh sách các hộ đã giúp",
    "Bảng theo dõi dán tại trụ sở",
]
DUTIES = [
    "Công tác dân vận",
    "Cải cách hành chính",
    "Chuyên môn được giao",
    "Phụ trách nhóm hộ",
    "Công tác đoàn thể",
]
SOLUTIONS = [
    "Lập danh sách, chia theo tuần, làm dứt điểm từng việc; cuối tháng đối chiếu với sổ và báo cáo chi bộ.",
    "Bàn với trưởng thôn chọn ngày, báo trước cho bà con, mời thêm đoàn viên cùng làm để xong trong buổi.",
    "Tự học thêm buổi tối, hỏi người có kinh nghiệm, ghi lại cách làm để người sau làm theo được.",
]
DONE = [
    "Đã làm được %d, bà con phấn khởi, có hai gia đình xin làm cùng tháng sau.",
    "Tháng này được %d; trời mưa nhiều nên hoãn một buổi, sẽ làm bù vào tuần đầu tháng tới.",
    "Làm xong %d, có ảnh và danh sách kèm theo; chi bộ đã xem tại buổi sinh hoạt.",
    "Được %d, phần còn lại vướng lịch công tác, đã nhờ chi đoàn cùng làm.",
]
THOUGHTS = [
    "Nắm và nói lại được nội dung chuyên đề của năm cho gia đình, tổ dân phố; không chia sẻ tin chưa kiểm chứng.",
    "Nói đi đôi với làm, việc đã hứa với dân thì làm đến cùng; giờ nào việc nấy, không để dân chờ.",
    "Nghe hết ý kiến trước khi quyết; việc khó thì xuống tận nơi xem, không chỉ nghe báo cáo.",
    "Nhận phần việc khó trước, gương mẫu trong sinh hoạt và trong gia đình; tự phê bình thẳng thắn.",
]
TOPICS = [
    "Học tập phong cách gần dân, trọng dân của Chủ tịch Hồ Chí Minh",
    "Thực hành tiết kiệm, chống lãng phí theo gương Bác",
    "Nêu cao trách nhiệm nêu gương của cán bộ, đảng viên",
    "Nói đi đôi với làm, làm đến nơi đến chốn",
]
MINUTES = [
    "Các đảng viên đã hoàn thành việc được giao; giúp được ba hộ, trả lời xong mười hai ý kiến của nhân dân.",
    "Tuyến đường kiểu mẫu đã xong giai đoạn một; quỹ khuyến học thêm bốn triệu đồng.",
    "Hồ sơ trực tuyến tăng so với tháng trước; còn hai đồng chí chưa ghi kết quả.",
]
FAULTS = [
    "Có việc hứa với dân còn để chậm, chưa báo lại lý do",
    "Sinh hoạt chi bộ có tháng còn hình thức, ít ý kiến phát biểu",
    "Ghi kết quả việc làm theo chưa đều, có quý dồn vào cuối",
    "Chưa mạnh dạn góp ý cho đồng chí, đồng nghiệp",
]
MODELS = [
    "Ngày thứ bảy vì dân",
    "Tuyến đường hoa tự quản",
    "Góc học tập theo gương Bác",
    "Tiếng loa cơ sở",
    "Hũ gạo tiết kiệm",
    "Một cửa không chờ",
    "Vườn rau nghĩa tình",
    "Ngõ xóm không rác",
]
HOW = "Chọn việc thiết thực, bàn trong chi bộ. Phân công từng người, từng nhóm hộ. Làm thử một tháng, rút kinh nghiệm. Nhân ra các tổ khác, ba tháng nhìn lại một lần."
BREAKTHROUGHS = [
    "Nâng tỷ lệ hồ sơ giải quyết đúng hạn, không để người dân đi lại quá hai lần",
    "Giảm số hộ nghèo bằng việc làm tại chỗ và vốn vay có người kèm",
    "Giải quyết dứt điểm đơn thư tồn đọng, đối thoại trực tiếp với nhân dân hằng quý",
]
SYLLABLES = (
    [
        "An",
        "Bình",
        "Phú",
        "Tân",
        "Long",
        "Hòa",
        "Thanh",
        "Vĩnh",
        "Yên",
        "Minh",
        "Sơn",
        "Trung",
        "Đông",
        "Xuân",
        "Kim",
    ],
    [
        "Lạc",
        "Khê",
        "Thịnh",
        "Lâm",
        "Điền",
        "Giang",
        "Mỹ",
        "Thọ",
        "Cát",
        "Bảng",
        "Lĩnh",
        "Quang",
        "Trạch",
        "Phong",
    ],
)


def place_name(number: int) -> str:
    """An invented name of a place; after 210 they come again."""
    first, second = SYLLABLES
    return f"{first[number % len(first)]} {second[number // len(first) % len(second)]}"


def task(dice: random.Random, number: int) -> tuple[str, str]:
    """What is undertaken, and the word for what is counted."""
    what, counted = dice.choice(WORK)
    return f"{what}, {dice.choice(WHOM)}; cả năm ít nhất {number} {counted}, {dice.choice(WHOM)}.", counted
