"""Official reports, one file each. A new report is a new file here and a line below."""

from lantoa.foundation.errors import BadInput
from lantoa.reports.form import Form
from lantoa.reports.forms import interim

FORMS: dict[str, Form] = {form.code: form for form in (interim.FORM,)}


def form_called(code: str) -> Form:
    """The form with this code. Raises BadInput when there is none."""
    if code not in FORMS:
        raise BadInput(f"Không có loại báo cáo “{code}”. Các loại hiện có: {', '.join(FORMS)}.")
    return FORMS[code]
