"""Tables of registrations: the paper, the tasks it names, what was done on them, and the evidence."""

from lantoa.registrations.models.lines import Evidence, Progress
from lantoa.registrations.models.paper import Registration, RegistrationTask, ReturnReason

__all__ = ["Evidence", "Progress", "Registration", "RegistrationTask", "ReturnReason"]
