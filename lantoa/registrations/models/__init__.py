"""Tables of registrations: the paper, the tasks it names, what was done on them, and the evidence."""

from lantoa.registrations.models.lines import Evidence, Progress
from lantoa.registrations.models.paper import Confirmation, Registration, RegistrationTask, ReturnReason
from lantoa.registrations.models.years import RegistrationYear

__all__ = [
    "Confirmation",
    "Evidence",
    "Progress",
    "Registration",
    "RegistrationTask",
    "RegistrationYear",
    "ReturnReason",
]
