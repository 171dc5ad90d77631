"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "naming"
KEEPS = (
    Kept(
        "consents.consent",
        "person",
        _("Lời đồng ý được nêu tên: nguyên văn, ngày nào, đã rút hay chưa"),
        _("Chỉ nêu tên khi đồng chí đồng ý; chứng minh được là đã đồng ý."),
        _("Cùng bài nêu tên; rút lúc nào cũng được."),
        "name stands words version agreed_on way revoked_on",
        "subject_type subject_id recorded_by revoked_by former_id",
        since="agreed_on",
    ),
)
