"""Whether what is kept makes sense together: sentences that lie between two columns or two tables, which no constraint
of one row can hold. What is read may be old: a list brought in, a copy brought back, a fault of an earlier version.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from lantoa.commendations.models import Commendation, Decision, Proposal
from lantoa.consents.models import Consent
from lantoa.documents.models import Document, Register
from lantoa.figures.models import DeclaredFigure
from lantoa.foundation import clock
from lantoa.foundation.half_open import goes_past
from lantoa.foundation.models import Event
from lantoa.meetings.models import Conclusion, Meeting
from lantoa.messages.models import Message, Sending
from lantoa.organisation.models import Heir, Placement
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion, PrizeWork
from lantoa.people.models import Grant, Post
from lantoa.practices.models import Practice, Recognition
from lantoa.programme.models import Movement, MovementReview, Participation, Plan, PlanTask
from lantoa.registrations.models import Evidence, Progress, Registration, YearEnd
from lantoa.shortcomings.models import Shortcoming
from lantoa.study.models import Admission, Certificate, Course, StudyClass

Sense = tuple[str, Any, QuerySet[Any]]

# fmt: off
# Code, sentence, table, and two of its days, in it or in what it belongs to: the first is never before the second.
IN_ORDER: list[tuple[str, Any, type[Model], str, str]] = [
    ("post.kept", _("Không chức vụ nào kết thúc trước khi bắt đầu"), Post, "ends", "starts"),
    ("grant.answered", _("Đề nghị giao chức vụ được trả lời không sớm hơn ngày đề nghị"),
        Grant, "answered_on", "asked_on"),
    ("message.seen", _("Không thông báo nào được đọc trước khi hiện ra"), Message, "read_at", "at"),
    ("consent.lasting", _("Đồng ý nêu tên được rút không sớm hơn ngày đồng ý"),
        Consent, "revoked_on", "agreed_on"),
    ("conclusion.due", _("Việc nêu trong kết luận xong không trước ngày họp"),
        Conclusion, "done_on", "meeting__held_on"),
    ("movement.joined", _("Không đơn vị nào tham gia phong trào trước khi phát động"),
        Participation, "joined_on", "movement__starts"),
    ("movement.summed_up", _("Phong trào tổng kết không trước ngày phát động"),
        Movement, "summed_up_on", "starts"),
    ("movement.reviewed", _("Đơn vị sơ kết phong trào không trước ngày phát động"),
        MovementReview, "reviewed_on", "participation__movement__starts"),
    ("plan.summed_up", _("Kế hoạch tổng kết không trước ngày ban hành"), Plan, "summed_up_on", "issued_on"),
    ("certificate.day", _("Giấy chứng nhận cấp không trước ngày khai giảng"),
        Certificate, "issued_on", "course__starts"),
    ("registration.approved", _("Bản đăng ký được duyệt sau khi gửi"),
        Registration, "approved_at", "submitted_at"),
    ("year_end.closed", _("Đánh giá cuối năm chốt sau khi tự đánh giá"), YearEnd, "closed_on", "assessed_on"),
    ("shortcoming.mended", _("Hạn chế khắc phục xong không trước ngày phát hiện"),
        Shortcoming, "mended_on", "found_on"),
    ("practice.stopped", _("Mô hình dừng không trước ngày bắt đầu"), Practice, "stopped_on", "began_on"),
    ("commendation.awarded", _("Khen thưởng trao không trước ngày quyết định"),
        Commendation, "awarded_on", "decision__decided_on"),
    ("opinion.resolved", _("Ý kiến giải quyết xong không trước ngày tiếp nhận"),
        CitizenOpinion, "resolved_on", "received_on"),
    ("opinion.answered", _("Ý kiến trả lời không trước ngày tiếp nhận"),
        CitizenOpinion, "answered_on", "received_on"),
    ("complaint.due", _("Hạn giải quyết đơn không trước ngày tiếp nhận"),
        CitizenComplaint, "due_on", "received_on"),
    ("complaint.accepted", _("Đơn thụ lý không trước ngày tiếp nhận"),
        CitizenComplaint, "accepted_on", "received_on"),
]
# fmt: on
# Code, sentence, table, and what cannot lie ahead: a day, a moment.
DAYS_GONE: list[tuple[str, Any, type[Model], str]] = [
    ("class.held", _("Không lớp học nào ghi đã học ở ngày chưa đến"), StudyClass, "held_on"),
    ("progress.day", _("Không kết quả nào ghi cho ngày chưa đến"), Progress, "on"),
]
MOMENTS_GONE: list[tuple[str, Any, type[Model], str]] = [
    ("event.past", _("Không sự kiện nào được ghi ở tương lai"), Event, "at"),
    ("figure.once", _("Số đã khai có ngày khai không ở tương lai"), DeclaredFigure, "declared_at"),
]


def all_sense() -> Iterator[Sense]:
    """(code, sentence, what makes it false) of every one. Nothing is asked until it is read."""
    yield from _in_order()
    yield from _not_ahead()
    yield from _of_the_house()
    yield from _of_movements()
    yield from _of_study()
    yield from _of_papers()
    yield from _of_recognition()
    yield from _of_outreach()


def _in_order() -> Iterator[Sense]:
    for code, said, model, later, earlier in IN_ORDER:
        yield code, said, _all(model).filter(**{f"{later}__lt": F(earlier)})


def _not_ahead() -> Iterator[Sense]:
    for code, said, model, day in DAYS_GONE:
        yield code, said, _all(model).filter(**{f"{day}__gt": clock.today()})
    for code, said, model, moment in MOMENTS_GONE:
        yield code, said, _all(model).filter(**{f"{moment}__gt": clock.now()})


def _all(model: type[Model]) -> QuerySet[Any]:
    return model._default_manager.order_by()


def _of_the_house() -> Iterator[Sense]:
    twice = Placement.objects.filter(
        goes_past(OuterRef("starts")), unit=OuterRef("unit"), starts__lt=OuterRef("starts")
    )
    yield (
        "placement.in_turn",
        _("Các chỗ của một đơn vị nối tiếp nhau, không chồng ngày"),
        Placement.objects.filter(Exists(twice)),
    )
    again = Heir.objects.filter(unit=OuterRef("unit"), pk__lt=OuterRef("pk"), ends__isnull=True)
    yield (
        "heir.one",
        _("Mỗi đơn vị có một nơi kế tục tại một lúc"),
        Heir.objects.filter(Exists(again), ends__isnull=True),
    )
    yield (
        "sending.sent",
        _("Thư đã gửi thì có ít nhất một lần gửi"),
        Sending.objects.filter(sent_at__isnull=False, tries=0),
    )
    beyond = Document.objects.filter(number__gt=F("register__last_number"))
    yield "document.number", _("Không văn bản nào mang số lớn hơn số cuối của sổ"), beyond
    used = Document.objects.filter(register=OuterRef("pk"))
    yield (
        "register.used",
        _("Sổ văn bản đã cấp số thì có văn bản"),
        Register.objects.filter(~Exists(used), last_number__gt=0),
    )
    yield (
        "meeting.held",
        _("Không buổi sinh hoạt nào ghi đã họp ở ngày chưa đến"),
        Meeting.objects.filter(held_on__gt=clock.today(), recorded_at__isnull=False),
    )


def _of_movements() -> Iterator[Sense]:
    staying = Count("named", filter=Q(named__left_on__isnull=True))
    named = Participation.objects.order_by().annotate(n=staying).filter(n__gt=F("persons"))
    yield "movement.named", _("Người có tên trong phong trào không nhiều hơn số người đơn vị ghi"), named
    yield (
        "plan_task.origin",
        _("Việc lấy từ kế hoạch cấp trên không lấy từ chính nó"),
        PlanTask.objects.filter(origin=F("pk")),
    )


def _of_study() -> Iterator[Sense]:
    sent = _all(Course).annotate(n=Sum("intakes__people"), held=Sum("intakes__certified"))
    yield (
        "course.sent",
        _("Các đơn vị cử không nhiều hơn số học viên của lớp"),
        sent.filter(n__gt=F("participants")),
    )
    yield (
        "course.held",
        _("Giấy chứng nhận theo đơn vị không nhiều hơn của lớp"),
        sent.filter(held__gt=F("certified")),
    )
    given = Count("certificates", filter=Q(certificates__withdrawn_on__isnull=True))
    known = Coalesce("certified", "participants")
    over = _all(Course).annotate(n=given, known=known).filter(n__gt=F("known"))
    yield "course.named", _("Giấy chứng nhận theo tên không nhiều hơn số đã cấp"), over
    admitted = Sum("admissions__people", filter=Q(admissions__withdrawn_on__isnull=True))
    more = _all(Course).annotate(n=admitted).filter(n__gt=F("participants"))
    yield "course.admitted", _("Kết nạp từ một lớp không nhiều hơn số học viên"), more
    yield (
        "admission.day",
        _("Không kết nạp nào từ một lớp trước ngày khai giảng"),
        Admission.objects.filter(admitted_on__lt=F("course__starts"), withdrawn_on__isnull=True),
    )


def _of_papers() -> Iterator[Sense]:
    undated = _all(Registration).filter(status="approved", approved_at__isnull=True)
    yield "registration.dated", _("Bản đăng ký đã duyệt thì có ngày duyệt"), undated
    shared = Evidence.objects.filter(attachment=OuterRef("attachment"), pk__lt=OuterRef("pk"))
    yield (
        "evidence.one",
        _("Mỗi tệp minh chứng thuộc một dòng kết quả"),
        Evidence.objects.filter(Exists(shared)),
    )
    yield (
        "shortcoming.verified",
        _("Không ai xác nhận việc khắc phục của chính mình"),
        Shortcoming.objects.filter(verified_by__isnull=False, verified_by=F("owner")),
    )


def _of_recognition() -> Iterator[Sense]:
    registered = Recognition.objects.filter(practice__registered_on__isnull=True)
    yield "recognition.registered", _("Mô hình được công nhận thì đã đăng ký"), registered
    named = Commendation.objects.filter(decision=OuterRef("pk"))
    empty = Decision.objects.filter(~Exists(named))
    yield "decision.of_somebody", _("Quyết định khen nào cũng có người hoặc tập thể được khen"), empty
    yield (
        "proposal.votes",
        _("Số phiếu đồng ý không nhiều hơn số phiếu"),
        Proposal.objects.filter(votes_for__gt=F("votes_total")),
    )


def _of_outreach() -> Iterator[Sense]:
    yield (
        "prize.sent",
        _("Không tác phẩm nào gửi dự giải trước khi mở đợt"),
        PrizeWork.objects.filter(sent_on__lt=F("prize__starts"), withdrawn_on__isnull=True),
    )
