"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "study",
        _("Học tập, quán triệt"),
        "school",
        (("study:index", "study.view"), ("study:mine", "study.write")),
        short=_("Học tập"),
        group=CONTENT,
        order=150,
        first="",
    ),
    Door(
        "courses",
        _("Lớp bồi dưỡng, kết nạp"),
        "award",
        (("study:courses", "study.view"),),
        short=_("Bồi dưỡng"),
        group=CONTENT,
        order=155,
        first="",
    ),
)
