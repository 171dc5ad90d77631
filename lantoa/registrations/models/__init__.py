"""Tables of registrations: the paper, the tasks it names, what was done on them, and the evidence."""

from lantoa.registrations.models.agreements import Agreement, SlipRequest
from lantoa.registrations.models.closing import Conclusion, YearEnd
from lantoa.registrations.models.codes import ConfirmationCode, Pin
from lantoa.registrations.models.lines import Evidence, Progress
from lantoa.registrations.models.paper import Registration
from lantoa.registrations.models.task import RegistrationTask
from lantoa.registrations.models.words import Confirmation, Outcome, ReturnReason
from lantoa.registrations.models.years import RegistrationYear
