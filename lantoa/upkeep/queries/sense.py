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


def all_sense() -> Iterator[Sense]:
    """(code, sentence, what makes it false) of every one, bottom floor first. Nothing is asked until it is read."""
    yield from _of_the_house()
    yield from _of_movements()
    yield from _of_study()
    yield from _of_papers()
    yield from _of_recognition()
    yield from _of_outreach()


def _all(model: type[Model]) -> QuerySet[Any]:
    return model._default_manager.order_by()


def _of_the_house() -> Iterator[Sense]:
    today, now = clock.today(), clock.now()
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
    yield "event.past", _("Không sự kiện nào được ghi ở tương lai"), Event.objects.filter(at__gt=now)
    yield (
        "post.kept",
        _("Không chức vụ nào kết thúc trước khi bắt đầu"),
        Post.objects.filter(ends__lt=F("starts")),
    )
    yield (
        "grant.answered",
        _("Đề nghị giao chức vụ được trả lời không sớm hơn ngày đề nghị"),
        Grant.objects.filter(answered_on__lt=F("asked_on")),
    )
    yield (
        "message.seen",
        _("Không thông báo nào được đọc trước khi hiện ra"),
        Message.objects.filter(read_at__lt=F("at")),
    )
    yield (
        "sending.sent",
        _("Thư đã gửi thì có ít nhất một lần gửi"),
        Sending.objects.filter(sent_at__isnull=False, tries=0),
    )
    yield (
        "figure.once",
        _("Số đã khai có ngày khai không ở tương lai"),
        DeclaredFigure.objects.filter(declared_at__gt=now),
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
        "consent.lasting",
        _("Đồng ý nêu tên được rút không sớm hơn ngày đồng ý"),
        Consent.objects.filter(revoked_on__lt=F("agreed_on")),
    )
    yield (
        "meeting.held",
        _("Không buổi sinh hoạt nào ghi đã họp ở ngày chưa đến"),
        Meeting.objects.filter(held_on__gt=today, recorded_at__isnull=False),
    )
    yield (
        "conclusion.due",
        _("Việc nêu trong kết luận xong không trước ngày họp"),
        Conclusion.objects.filter(done_on__lt=F("meeting__held_on")),
    )


def _of_movements() -> Iterator[Sense]:
    early = Participation.objects.filter(joined_on__lt=F("movement__starts"))
    yield "movement.joined", _("Không đơn vị nào tham gia phong trào trước khi phát động"), early
    staying = Count("named", filter=Q(named__left_on__isnull=True))
    named = Participation.objects.order_by().annotate(n=staying).filter(n__gt=F("persons"))
    yield "movement.named", _("Người có tên trong phong trào không nhiều hơn số người đơn vị ghi"), named
    yield (
        "movement.summed_up",
        _("Phong trào tổng kết không trước ngày phát động"),
        Movement.objects.filter(summed_up_on__lt=F("starts")),
    )
    reviewed = MovementReview.objects.filter(reviewed_on__lt=F("participation__movement__starts"))
    yield "movement.reviewed", _("Đơn vị sơ kết phong trào không trước ngày phát động"), reviewed
    yield (
        "plan.summed_up",
        _("Kế hoạch tổng kết không trước ngày ban hành"),
        Plan.objects.filter(summed_up_on__lt=F("issued_on")),
    )
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
    before = Certificate.objects.filter(issued_on__lt=F("course__starts"))
    yield "certificate.day", _("Giấy chứng nhận cấp không trước ngày khai giảng"), before
    yield (
        "admission.day",
        _("Không kết nạp nào từ một lớp trước ngày khai giảng"),
        Admission.objects.filter(admitted_on__lt=F("course__starts"), withdrawn_on__isnull=True),
    )
    yield (
        "class.held",
        _("Không lớp học nào ghi đã học ở ngày chưa đến"),
        StudyClass.objects.filter(held_on__gt=clock.today()),
    )


def _of_papers() -> Iterator[Sense]:
    papers = Registration.objects.order_by()
    yield (
        "registration.approved",
        _("Bản đăng ký được duyệt sau khi gửi"),
        papers.filter(approved_at__lt=F("submitted_at")),
    )
    yield (
        "registration.dated",
        _("Bản đăng ký đã duyệt thì có ngày duyệt"),
        papers.filter(status="approved", approved_at__isnull=True),
    )
    ended = YearEnd.objects.filter(closed_on__lt=F("assessed_on"))
    yield "year_end.closed", _("Đánh giá cuối năm chốt sau khi tự đánh giá"), ended
    yield (
        "progress.day",
        _("Không kết quả nào ghi cho ngày chưa đến"),
        Progress.objects.filter(on__gt=clock.today()),
    )
    shared = Evidence.objects.filter(attachment=OuterRef("attachment"), pk__lt=OuterRef("pk"))
    yield (
        "evidence.one",
        _("Mỗi tệp minh chứng thuộc một dòng kết quả"),
        Evidence.objects.filter(Exists(shared)),
    )
    mended = Shortcoming.objects.filter(mended_on__lt=F("found_on"))
    yield "shortcoming.mended", _("Hạn chế khắc phục xong không trước ngày phát hiện"), mended
    yield (
        "shortcoming.verified",
        _("Không ai xác nhận việc khắc phục của chính mình"),
        Shortcoming.objects.filter(verified_by__isnull=False, verified_by=F("owner")),
    )


def _of_recognition() -> Iterator[Sense]:
    yield (
        "practice.stopped",
        _("Mô hình dừng không trước ngày bắt đầu"),
        Practice.objects.filter(stopped_on__lt=F("began_on")),
    )
    registered = Recognition.objects.filter(practice__registered_on__isnull=True)
    yield "recognition.registered", _("Mô hình được công nhận thì đã đăng ký"), registered
    named = Commendation.objects.filter(decision=OuterRef("pk"))
    empty = Decision.objects.filter(~Exists(named))
    yield "decision.of_somebody", _("Quyết định khen nào cũng có người hoặc tập thể được khen"), empty
    yield (
        "commendation.awarded",
        _("Khen thưởng trao không trước ngày quyết định"),
        Commendation.objects.filter(awarded_on__lt=F("decision__decided_on")),
    )
    yield (
        "proposal.votes",
        _("Số phiếu đồng ý không nhiều hơn số phiếu"),
        Proposal.objects.filter(votes_for__gt=F("votes_total")),
    )


def _of_outreach() -> Iterator[Sense]:
    settled = CitizenOpinion.objects.filter(resolved_on__lt=F("received_on"))
    yield "opinion.resolved", _("Ý kiến giải quyết xong không trước ngày tiếp nhận"), settled
    yield (
        "opinion.answered",
        _("Ý kiến trả lời không trước ngày tiếp nhận"),
        CitizenOpinion.objects.filter(answered_on__lt=F("received_on")),
    )
    yield (
        "complaint.due",
        _("Hạn giải quyết đơn không trước ngày tiếp nhận"),
        CitizenComplaint.objects.filter(due_on__lt=F("received_on")),
    )
    yield (
        "complaint.accepted",
        _("Đơn thụ lý không trước ngày tiếp nhận"),
        CitizenComplaint.objects.filter(accepted_on__lt=F("received_on")),
    )
    yield (
        "prize.sent",
        _("Không tác phẩm nào gửi dự giải trước khi mở đợt"),
        PrizeWork.objects.filter(sent_on__lt=F("prize__starts"), withdrawn_on__isnull=True),
    )
