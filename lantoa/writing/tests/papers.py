"""Registrations as three people of one commune might write them, and what becomes of a copy."""

from __future__ import annotations

NURSE = (
    "Về tư tưởng: Tin vào con đường mình chọn. Hạn chế cần khắc phục: Có lúc nói to với người nhà bệnh nhân. "
    "Việc làm theo: Gọi điện nhắc lịch tái khám cho người bệnh tăng huyết áp sau khi ra viện. Cách làm: Lập danh "
    "sách từng tuần, chia cho ba ca trực, mỗi ca gọi tám người. Chỉ tiêu: 96 người bệnh được gọi, 80% đến khám "
    "đúng hẹn. Thời hạn: 30/11."
)
NURSE_COPY = (
    "Về tư tưởng: Tin vào con đường mình chọn. Hạn chế cần khắc phục: Đôi lúc nói to với người nhà bệnh nhân. "
    "Việc làm theo: Gọi điện nhắc lịch tái khám cho người bệnh tiểu đường sau khi ra viện. Cách làm: Lập danh "
    "sách từng tuần, chia cho hai ca trực, mỗi ca gọi mười người. Chỉ tiêu: 70 người bệnh được gọi, 75% đến khám "
    "đúng hẹn. Thời hạn: 15/11."
)
NURSE_REORDERED = (
    "Thời hạn: 30/11. Chỉ tiêu: 96 người bệnh được gọi, 80% đến khám đúng hẹn. Cách làm: Lập danh sách từng tuần, "
    "chia cho ba ca trực, mỗi ca gọi tám người. Việc làm theo: Gọi điện nhắc lịch tái khám cho người bệnh tăng "
    "huyết áp sau khi ra viện. Hạn chế cần khắc phục: Có lúc nói to với người nhà bệnh nhân."
)
TEACHER = (
    "Về tư tưởng: Vững tin vào nghề. Hạn chế cần khắc phục: Chấm bài còn chậm. Việc làm theo: Tối thứ Ba mở lớp "
    "ôn Ngữ văn không thu tiền cho học trò trọ học xa nhà. Cách làm: Mượn phòng của ký túc xá, mỗi buổi chữa năm "
    "bài viết. Chỉ tiêu: 14 em lên điểm trung bình. Thời hạn: hết học kỳ I."
)
FARMER = (
    "Về tư tưởng: Bám đất, bám làng. Hạn chế cần khắc phục: Ít nói trong cuộc họp. Việc làm theo: Rủ các hộ quanh "
    "đồi chè cùng ủ phân chuồng thay phân hóa học. Cách làm: Làm trước trên nương nhà mình rồi mời bà con sang "
    "xem. Chỉ tiêu: 2 ha chè, sáu hộ làm theo. Thời hạn: vụ xuân."
)
STOCK = (
    "Kiên định chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh, mục tiêu độc lập dân tộc và chủ nghĩa xã hội. Giữ gìn "
    "đoàn kết nội bộ, thẳng thắn tự phê bình và phê bình, khiêm tốn học hỏi đồng chí, đồng nghiệp. "
)
# Nobody has listed these, and yet anybody could have written them.
UNLISTED = (
    "Luôn rèn luyện bản lĩnh chính trị vững vàng, phẩm chất đạo đức trong sáng, hết lòng phục vụ nhân dân. Tích cực "
    "đổi mới tác phong, chấp hành nghiêm kỷ luật, nêu gương trong mọi công việc. "
)
