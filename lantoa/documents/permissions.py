"""Papers issued are seen and signed with the rights on reports (reports.view, reports.issue); terms have their own."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "documents.terms": Right(
        _("Ghi nhiệm kỳ cấp ủy, theo đó số văn bản chạy"), "committee leader administrator"
    ),
}
