"""What is done about personal data: requests are answered, purposes named, incidents written down."""

from lantoa.personal_data.actions.emergency import (
    READ,
    agree_to_open,
    ask_to_open,
    end_opening,
    note_reading,
    refuse_to_open,
)
from lantoa.personal_data.actions.erasing import (
    carry_out,
    decline,
    erase,
    erase_again,
    propose,
    set_retention,
)
from lantoa.personal_data.actions.incidents import (
    close_incident,
    mend_incident,
    note_told,
    record_incident,
    set_incident_term,
)
from lantoa.personal_data.actions.purposes import set_purpose
from lantoa.personal_data.actions.requests import (
    ask,
    enter,
    extend,
    finish,
    lift,
    refuse,
    set_term,
    take,
    withdraw,
)
