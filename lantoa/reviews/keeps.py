"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept
from lantoa.reviews.queries import OPENED

PURPOSE = "study"
UNTIL = _("Cùng hồ sơ của đồng chí.")
KEEPS = (
    Kept(
        "reviews.review",
        "person",
        _("Bản kiểm điểm của đồng chí: trạng thái, trả lời, kết quả"),
        _("Kiểm điểm, đánh giá, xếp loại; đồng chí có quyền trả lời và khiếu nại."),
        UNTIL,
        "title_name status submitted_on returned_why shown_on answer_by reply replied_on waived_on rating decided_on "
        "decision_number decision_note excused_why",
        "turn",
        since="submitted_on",
        read_as=OPENED,
        page="reviews:index",
    ),
    Kept(
        "reviews.statement",
        "review__person",
        _("Lời đồng chí viết trong bản kiểm điểm"),
        _("Kiểm điểm; mỗi dòng đứng cạnh bản ghi của nó."),
        UNTIL,
        "text mended source_label source_text",
        "order source source_url",
        page="reviews:index",
    ),
    Kept(
        "reviews.mark",
        "review__person",
        _("Điểm, mức đề xuất do đồng chí hoặc tập thể ghi"),
        _("Chỉ dùng trong kỳ kiểm điểm ấy."),
        UNTIL,
        "stage given_by rule common tasks total level written_on",
        page="reviews:index",
    ),
    Kept(
        "reviews.hearing",
        "review__person",
        _("Nhận xét của cuộc họp kiểm điểm về đồng chí"),
        _("Kiểm điểm; đồng chí đọc trước tiên và trả lời."),
        UNTIL,
        "place body held_on minutes_number due present issued returned votes_excellent votes_good votes_done votes_not "
        "remark written_on",
        page="reviews:index",
    ),
    Kept(
        "reviews.prompt",
        "review__person",
        _("Nội dung được gợi ý để đồng chí giải trình"),
        _("Kiểm điểm."),
        UNTIL,
        "text asked_label asked_on",
        page="reviews:index",
    ),
    Kept(
        "reviews.complaint",
        "review__person",
        _("Khiếu nại của đồng chí về xếp loại"),
        _("Cấp trên thẩm tra lại và trả lời."),
        UNTIL,
        "text filed_on answer_by answer is_upheld answered_on",
        page="reviews:index",
    ),
    Kept(
        "reviews.rerating",
        "review__person",
        _("Quyết định xếp loại lại"),
        _("Kết quả trước và lý do vẫn đọc được."),
        UNTIL,
        "was rating why decision_number decided_on",
        page="reviews:index",
    ),
    Kept(
        "reviews.headreport",
        "person",
        _("Báo cáo của đồng chí với cấp trên khi là người đứng đầu"),
        _(
            "Cấp trên biết việc trọng tâm, đột phá, nêu gương; không có điểm. Báo cáo chung chỉ trích khi đồng chí cho."
        ),
        UNTIL,
        "title_name year key_tasks breakthrough exemplary opinions lessons proposals may_be_quoted status sent_on",
        since="sent_on",
        page="reviews:heads",
    ),
    Kept(
        "reviews.headopinion",
        "report__person",
        _("Ý kiến của cấp trên về báo cáo ấy"),
        _("Đồng chí đọc và tiếp thu."),
        UNTIL,
        "text given_label given_on",
        page="reviews:heads",
    ),
)
