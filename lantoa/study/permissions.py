"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import PAGE, WORD, Field, Right

PERMISSIONS = {
    "study.view": Right(
        _("Xem lớp học tập, quán triệt trong đơn vị"), "secretary committee officer leader inspector"
    ),
    "study.edit": Right(_("Ghi và sửa lớp học tập, quán triệt của đơn vị"), "secretary committee officer"),
    "study.write": Right(
        _("Viết bài thu hoạch của mình"), "member secretary committee officer leader inspector"
    ),
    "study.essays": Right(_("Đọc bài thu hoạch của người trong đơn vị"), "secretary committee"),
}
# Her own words are read by her cell and her committee, who study with her; no level above that only counts them.
# Who holds a certificate is read by who writes it down; others read how many there are.
FIELDS = (
    Field("study.essay", _("Lời của bài thu hoạch"), {PAGE: "study.essays"}, "page json"),
    Field(
        "study.certified",
        _("Tên người được cấp giấy chứng nhận"),
        {PAGE: "study.edit", WORD: "study.edit"},
    ),
)
