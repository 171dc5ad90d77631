"""That an event stands in the sealed history, for who checks it without the house: as text, and as a square to print.

Written as c2sp.org/tlog-proof says, with the body of a checkpoint and no signature of a witness.
"""

from __future__ import annotations

import base64
import io

import qrcode
from qrcode.constants import ERROR_CORRECT_L
from qrcode.image.svg import SvgPathImage

from lantoa.foundation.merkle import ORIGIN, Frontier, checkpoint, inclusion
from lantoa.foundation.models import Event, Seal, SealedEvent


def last_checkpoint() -> str:
    """The newest root of the history as a C2SP checkpoint; "" before the first seal."""
    last = Seal.objects.order_by("-pk").first()
    return _checkpoint(last) if last else ""


def proof_of(event: Event) -> str:
    """That the event is under the root of the seal that took it in; "" while it is not sealed."""
    leaf = SealedEvent.objects.filter(event_id=event.pk).first()
    seal = Seal.objects.filter(size__gt=leaf.index).order_by("size").first() if leaf else None
    if leaf is None or seal is None:
        return ""
    before = Seal.objects.filter(size__lte=leaf.index).order_by("-size").first()
    frontier = Frontier.read(before.size, before.frontier) if before else Frontier()
    batch = SealedEvent.objects.filter(index__gte=frontier.size, index__lt=seal.size).order_by("index")
    leaves = [bytes.fromhex(one) for one in batch.values_list("leaf", flat=True)]
    hashes = [base64.b64encode(one).decode() for one in inclusion(frontier, leaves, leaf.index)]
    return "\n".join(["c2sp.org/tlog-proof@v1", f"index {leaf.index}", *hashes, "", _checkpoint(seal)])


def _checkpoint(seal: Seal) -> str:
    return checkpoint(ORIGIN, seal.size, bytes.fromhex(seal.root))


def square(text: str) -> str:
    """The text as a QR code for a page: the address of a drawing that holds itself."""
    drawn = io.BytesIO()
    qrcode.make(text, image_factory=SvgPathImage, error_correction=ERROR_CORRECT_L, border=2).save(drawn)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.getvalue()).decode()


def printed_square(text: str) -> bytes:
    """The text as a QR code for a paper: a PNG."""
    drawn = io.BytesIO()
    qrcode.make(text, error_correction=ERROR_CORRECT_L, border=1, box_size=6).save(drawn)
    return drawn.getvalue()
