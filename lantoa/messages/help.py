"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

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
)
