"""Sentences as members write them, with what a person sees in each. Invented; nobody wrote them."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """What it is for, what a person sees in it, how concrete it is as a whole, the words."""

    kind: str
    seen: str
    overall: str
    text: str


SENTENCES = [
    Sentence(*one)
    for one in [
        (
            "practice",
            "action target deadline product beneficiary",
            "concrete",
            "Nuôi heo đất, cuối năm đập heo mua 15 chiếc áo ấm tặng học sinh điểm trường Khe Lá.",
        ),
        (
            "registration",
            "action",
            "partly",
            "Chi bộ chia tổ đi gõ từng nhà, bàn bạc với dân chuyện dời chuồng trâu ra xa nhà ở.",
        ),
        (
            "registration",
            "action",
            "partly",
            "Động viên người dân không phá rừng làm rẫy, cùng nhau giữ nguồn nước đầu bản.",
        ),
        ("registration", "action", "partly", "Kêu gọi các nghệ nhân bảo tồn nghề dệt thổ cẩm của làng."),
        (
            "registration",
            "action deadline beneficiary",
            "partly",
            "Tối thứ Ba và thứ Năm hằng tuần kèm thêm môn Toán cho các em học sinh lớp 6 còn yếu.",
        ),
        (
            "registration",
            "action target deadline beneficiary",
            "concrete",
            "Khám, đo đường huyết miễn phí cho 120 người cao tuổi trong xã trước 30/6.",
        ),
        (
            "practice",
            "action target deadline product beneficiary",
            "concrete",
            "Mỗi tháng nấu 150 suất cơm chay phát cho bệnh nhân nghèo ở bệnh viện huyện.",
        ),
        (
            "registration",
            "",
            "vague",
            "Luôn giữ gìn phẩm chất đạo đức, lối sống trong sáng, giản dị; không ngừng nâng cao trình độ chuyên môn.",
        ),
        (
            "registration",
            "",
            "vague",
            "Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước.",
        ),
        (
            "breakthrough",
            "",
            "partly",
            "Lãnh đạo chuyển dịch cơ cấu kinh tế theo hướng tăng tỷ trọng công nghiệp, dịch vụ.",
        ),
        (
            "breakthrough",
            "action",
            "partly",
            "Tập trung chỉ đạo giải phóng mặt bằng tuyến đường vành đai, giải quyết các hộ còn vướng mắc về đền bù.",
        ),
        (
            "breakthrough",
            "action target deadline product",
            "concrete",
            "Bí thư Đảng ủy chỉ đạo bê tông hóa 5,2 km đường liên thôn, hoàn thành trước tháng 10/2026.",
        ),
        (
            "registration",
            "action product",
            "partly",
            "Soạn bài giảng điện tử, đưa lên kho học liệu của trường để đồng nghiệp dùng chung.",
        ),
        (
            "registration",
            "action target deadline product",
            "concrete",
            "Mỗi quý viết 3 bài về gương người tốt gửi đài truyền thanh.",
        ),
        (
            "registration",
            "target",
            "vague",
            "Phấn đấu 100% cán bộ, công chức ký cam kết tu dưỡng, rèn luyện.",
        ),
        (
            "registration",
            "action target",
            "partly",
            "Rút ngắn thời gian cấp giấy phép xây dựng từ 15 ngày xuống còn 9 ngày.",
        ),
        (
            "practice",
            "action beneficiary",
            "partly",
            "Xe ôm của đội cựu chiến binh đưa đón miễn phí người bệnh đi chạy thận.",
        ),
        ("practice", "", "vague", "Mô hình “Chính quyền thân thiện, vì nhân dân phục vụ”."),
        (
            "registration",
            "action target deadline beneficiary",
            "concrete",
            "Nhận đỡ đầu 5 cháu mồ côi đến khi các cháu học hết lớp 12.",
        ),
        (
            "registration",
            "action target product beneficiary",
            "concrete",
            "Giúp ba hộ nghèo trong bản làm chuồng trại, chọn con giống.",
        ),
        (
            "registration",
            "action deadline beneficiary",
            "partly",
            "Chiến sĩ quân y xuống bản khám bệnh, phát thuốc cho đồng bào vào tuần đầu hằng tháng.",
        ),
        ("registration", "action target", "partly", "Kéo giảm 5% số vụ tai nạn giao thông so với năm trước."),
        (
            "registration",
            "action target deadline product",
            "concrete",
            "Lắp 32 mắt camera tại các điểm phức tạp về trật tự, xong trong quý II.",
        ),
        (
            "registration",
            "",
            "vague",
            "Nâng cao ý thức tổ chức kỷ luật, tác phong làm việc chuyên nghiệp, văn minh.",
        ),
        (
            "registration",
            "action",
            "partly",
            "Gọi điện nhắc lịch tái khám, hướng dẫn chế độ ăn sau khi ra viện.",
        ),
        (
            "registration",
            "action product",
            "partly",
            "Cải tạo sân trường, dựng góc thư viện xanh dưới gốc cây.",
        ),
        (
            "registration",
            "action target deadline beneficiary",
            "concrete",
            "Hè này mở 2 lớp dạy bơi miễn phí cho 60 em nhỏ.",
        ),
        (
            "registration",
            "",
            "vague",
            "Tuổi trẻ xung kích, tình nguyện, sáng tạo, đi đầu trong chuyển đổi số.",
        ),
        (
            "registration",
            "action beneficiary",
            "partly",
            "Chỉ cho bà con cách ủ phân chuồng, làm bẫy bả diệt chuột.",
        ),
        (
            "registration",
            "action deadline",
            "partly",
            "Sinh hoạt chuyên đề mỗi quý một lần, đảng viên liên hệ bản thân.",
        ),
        ("registration", "action target", "partly", "Tiết kiệm 10% chi phí điện, nước, văn phòng phẩm."),
        (
            "registration",
            "action target product",
            "concrete",
            "Có 2 sáng kiến cải tiến kỹ thuật làm lợi cho công ty 150 triệu đồng.",
        ),
        (
            "registration",
            "action product",
            "partly",
            "Lập nhóm Zalo của khu phố, đăng lịch thu gom rác và ý kiến trả lời của phường.",
        ),
        (
            "practice",
            "action target deadline product beneficiary",
            "concrete",
            "Hũ gạo tiết kiệm: mỗi hội viên bớt 3 kg gạo một năm để trao cho phụ nữ đơn thân dịp Tết.",
        ),
        (
            "registration",
            "action",
            "partly",
            "Công khai số điện thoại của lãnh đạo, nhận phản ánh và trả lời ngay trong ngày.",
        ),
        (
            "registration",
            "action target product beneficiary",
            "concrete",
            "Tặng 500 lá cờ và áo phao cho ngư dân ra khơi.",
        ),
        (
            "breakthrough",
            "",
            "vague",
            "Tạo chuyển biến mạnh mẽ về tác phong, lề lối làm việc của đội ngũ cán bộ.",
        ),
        ("breakthrough", "target", "partly", "Phấn đấu tốc độ tăng trưởng kinh tế đạt 9,5%."),
        (
            "registration",
            "action target product",
            "concrete",
            "Hiến 350 m2 đất và 40 gốc vải đang cho quả để làm đường.",
        ),
        (
            "practice",
            "action target deadline beneficiary",
            "concrete",
            "Chương trình “Mẹ đỡ đầu”: 30 mẹ nhận hỗ trợ 30 cháu mồ côi, 500.000 đồng/cháu/tháng.",
        ),
        (
            "registration",
            "action target product",
            "concrete",
            "Chi bộ thôn vận động nhân dân đóng góp 1,2 tỷ đồng và hơn 3.000 ngày công làm đường trục thôn dài 2,5 km.",
        ),
        ("practice", "", "vague", "Mô hình “3 trong 1 vì bình yên làng xóm”."),
        (
            "registration",
            "action target product",
            "concrete",
            "Nghĩ ra máy gieo hạt kéo tay, bán cho bà con được 70 chiếc.",
        ),
        (
            "registration",
            "action target deadline",
            "partly",
            "Đến cơ quan sớm 15 phút mỗi ngày để lau bàn, đun nước, xếp lại tài liệu.",
        ),
        ("registration", "", "vague", "Phấn đấu đạt danh hiệu chiến sĩ thi đua cơ sở."),
        (
            "registration",
            "action target",
            "concrete",
            "Vượt 4% kế hoạch thu ngân sách, nợ đọng không quá 3%.",
        ),
        ("breakthrough", "action target", "partly", "Giảm hộ nghèo đa chiều xuống còn 2,1%."),
        (
            "breakthrough",
            "action target deadline product",
            "concrete",
            "Từ nay đến hết nhiệm kỳ, mỗi năm xóa 20 nhà tạm, nhà dột nát.",
        ),
        (
            "practice",
            "action target product",
            "concrete",
            "Thả 10.000 con cá giống xuống hồ thủy điện, cắm biển cấm đánh bắt bằng xung điện.",
        ),
        (
            "practice",
            "action target beneficiary",
            "concrete",
            "Mỗi đoàn viên nhận dìu dắt một thanh niên chậm tiến.",
        ),
        (
            "registration",
            "action deadline",
            "partly",
            "Sáng nào cũng quét sạch đoạn đường trước nhà sang cả nhà bên.",
        ),
        ("registration", "", "vague", "Là người con hiếu thảo, người chồng mẫu mực, người cha gương mẫu."),
        (
            "registration",
            "target",
            "vague",
            "98% đảng viên tham gia học nghị quyết, 100% chi bộ có sổ ghi chép.",
        ),
        (
            "registration",
            "action deadline",
            "partly",
            "Sau mỗi trận mưa, dân quân lại xúc đất đá khỏi mặt đường.",
        ),
    ]
]
