"""Tables of meetings: one row a meeting, one row each absence, each thing to do after it; the days to come; scores."""

from lantoa.meetings.models.answer import OtherAnswer, OtherAnswerQuerySet
from lantoa.meetings.models.appointment import Appointment, AppointmentQuerySet
from lantoa.meetings.models.conclusion import Conclusion, ConclusionQuerySet
from lantoa.meetings.models.meeting import Attendance, Meeting, MeetingQuerySet
from lantoa.meetings.models.score import ScoreRule, ScoreSheet
