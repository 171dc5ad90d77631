"""Whether a text speaks of the duty that was chosen for it.

Ties to a duty cannot be found by reading alone: the member chooses the duty, the rule only looks for a shared word.
"""

from __future__ import annotations

from lantoa.writing.text import Text, syllables
from lantoa.writing.vocabulary import Hit

# Words that stand in every duty and in every text.
GENERAL = frozenset(
    syllables(
        """của và cho các những với về trong theo tại ở để là có được thực hiện công tác tham gia gia làm việc tổ
        chức quản lý phụ trách nhiệm vụ chức năng hoạt động người nhân dân cán bộ đảng viên chi phối hợp hướng dẫn
        triển khai xây dựng kế hoạch báo cáo theo dõi hằng hàng năm tháng ngày một số đơn vị cơ quan địa phương
        giao lãnh đạo chỉ đạo điều hành tham mưu nâng cao chất lượng hiệu quả đúng tốt khác liên quan sinh nêu
        gương mẫu phục"""
    )
)


def shared_terms(text: Text, duty: str) -> list[Hit]:
    """Where the text uses a word of the duty; runs of such words are one term."""
    wanted = {form for form in syllables(duty) if form not in GENERAL and not form[0].isdigit()}
    found: list[Hit] = []
    for place, word in enumerate(text.words):
        if word.form not in wanted:
            continue
        if found and found[-1].last == place - 1 and not word.gap.strip():
            found[-1] = Hit("duty", found[-1].first, place)
        else:
            found.append(Hit("duty", place, place))
    return found
