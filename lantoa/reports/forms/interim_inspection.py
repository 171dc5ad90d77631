"""What the half-yearly report says of inspection and oversight, and of what both found."""

from __future__ import annotations

from lantoa.reports.form import Sentence

INSPECTION = (
    Sentence(
        "Đã tiến hành {supervision.inspections} kiểm tra, giám sát[ (cùng kỳ {supervision.inspections:before})]"
        "[, gồm <+{supervision.inspections@kind=inspection} kiểm tra|"
        "{supervision.inspections@kind=thematic} giám sát chuyên đề|"
        "{supervision.inspections@kind=regular} giám sát thường xuyên|"
        "{supervision.inspections@kind=signs} kiểm tra khi có dấu hiệu vi phạm|"
        "{supervision.inspections@kind=denunciation} giải quyết tố cáo>]."
    ),
    Sentence(
        "Có <{supervision.units_inspected}|{supervision.persons_inspected}> được kiểm tra, giám sát"
        "[!, gồm <{supervision.times_units} tổ chức|{supervision.times_persons} đảng viên>]."
    ),
    Sentence(
        "Qua kiểm tra, giám sát đã chỉ ra {supervision.pointed_out}"
        "[; trong kỳ đã khắc phục, được xác nhận {supervision.pointed_out_mended}]."
    ),
    Sentence(
        "Đã kiểm điểm, có kết quả đối với "
        "<{reviews.collectives}|{reviews.people:number} cá nhân[! ({reviews.decided})]>."
    ),
    Sentence(
        "Đã nêu ra {shortcomings.found@whose=unit} của tổ chức, đơn vị"
        "[; đã khắc phục và được xác nhận {shortcomings.mended_verified@whose=unit}"
        "[, trong đó đúng hạn {shortcomings.mended_in_time@whose=unit}]]."
    ),
)
