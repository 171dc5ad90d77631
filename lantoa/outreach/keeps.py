"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "giving"
KEEPS = (
    Kept(
        "outreach.donation",
        "person",
        _("Khoản đồng chí ủng hộ"),
        _("Sổ thu của đợt vận động; cảm ơn đúng người."),
        _("Cùng sổ của đợt vận động."),
        "donor_name purpose amount in_kind quantity quantity_unit value given_on withdrawn_on withdrawn_reason",
        "donor_kind donor_key",
        since="given_on",
    ),
    Kept(
        "outreach.pledge",
        "person",
        _("Việc đồng chí nhận giúp đỡ thường xuyên"),
        _("Theo dõi việc đã nhận; cảm ơn đúng người."),
        _("Cùng sổ ủng hộ."),
        "donor_name for_whom rhythm amount in_kind yearly starts ends withdrawn_on withdrawn_reason",
        "donor_kind donor_key",
        since="starts",
    ),
)
