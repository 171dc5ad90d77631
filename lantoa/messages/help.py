"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide, Question

QUESTIONS = (
    Question(
        _("Cái chuông báo những gì?"),
        _(
            "Việc vừa xảy ra với chính bản của đồng chí: được duyệt, bị trả lại, có nhận xét, được đơn vị khác vận "
            "dụng. Việc duyệt báo sau 10 phút, vì trong 10 phút ấy người duyệt còn rút lại được. Số trên chuông là "
            "thông báo chưa mở."
        ),
        order=45,
    ),
    Question(
        _("Khi nào hệ thống nhắc hạn?"),
        _(
            "Trước hạn một tuần, trước hạn một ngày làm việc, và nếu chưa xong thì sau hạn một ngày, lúc ấy nhắc bí "
            "thư để trao đổi trực tiếp. Mỗi người một lời nhắc một ngày, đảng viên không quá hai lần một tháng; không "
            "nhắc từ 21:00 đến 06:30, cuối tuần, ngày lễ."
        ),
        order=46,
    ),
)

GUIDES = (
    Guide(
        _("Đôn đốc các đơn vị trực thuộc"),
        (
            _("Mở Đôn đốc: mỗi dòng một đơn vị có việc quá hạn. Bấm một loại việc để chỉ xem loại ấy."),
            _(
                "Bỏ chọn đơn vị chưa cần nhắc, sửa lời, bấm Xem lại với lời này để đọc đúng điều đơn vị sẽ đọc."
            ),
            _("Bấm gửi. Muốn nhắc trong nhóm Zalo thì chép lời ở cuối trang: chỉ có tên đơn vị."),
        ),
        "messages.urge",
        order=70,
    ),
)
