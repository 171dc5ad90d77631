"""Seal the history, compare it with its seals, or write the log down for a verifier that is not ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.foundation import clock, replay, sealing


class Command(BaseCommand):
    """`seal`, `seal verify`, `seal export FOLDER`."""

    help = "Niêm phong lịch sử (seal), đối chiếu (seal verify), xuất để kiểm chứng độc lập (seal export THƯ_MỤC)."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and where to."""
        parser.add_argument("what", nargs="?", choices=["now", "verify", "export"], default="now")
        parser.add_argument("folder", nargs="?")

    def handle(self, *args: Any, what: str, folder: str | None, **options: Any) -> None:
        """CommandError, with the first bad event, when the history is not as it was sealed."""
        if what == "now":
            made = sealing.seal(clock.now())
            said = f"Đã niêm phong {made.size} sự kiện, gốc {made.root}." if made else "Không có sự kiện mới."
        elif what == "verify":
            said = self._verified()
        elif folder:
            said = sealing.write_log(Path(folder))
        else:
            raise CommandError("Ghi tên thư mục: seal export THƯ_MỤC")
        self.stdout.write(said)

    def _verified(self) -> str:
        found = sealing.verify()
        if found.fault:
            raise CommandError(found.fault.said)
        if wrong := replay.first_wrong():
            raise CommandError(wrong.said)
        erased = f" {found.erased} sự kiện đã xóa lời theo yêu cầu." if found.erased else ""
        return (
            f"{found.checked} sự kiện đúng như lúc niêm phong; {found.waiting} chưa niêm phong.{erased} "
            "Người làm đều giữ quyền ấy vào ngày ấy."
        )
