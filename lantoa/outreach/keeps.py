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
        "donor_name amount in_kind quantity quantity_unit given_on withdrawn_on withdrawn_reason",
        "donor_kind donor_key",
        since="given_on",
    ),
)
