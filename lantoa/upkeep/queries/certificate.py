"""The office's own certificate as it lies there: what to trust, until when it serves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from django.conf import settings


def folder() -> Path:
    """Where the authority, the certificate and their keys lie."""
    return Path(settings.VAR_DIR) / "https"


def authority_file() -> Path:
    """What a phone is asked to trust."""
    return folder() / "authority.crt"


def place_of() -> Path:
    """The certificate of this machine."""
    return folder() / "lantoa.crt"


def fingerprint() -> str:
    """SHA-256 of the authority as phones show it: pairs of hex digits with colons; "" while there is none."""
    if not authority_file().exists():
        return ""
    return read(authority_file()).fingerprint(hashes.SHA256()).hex(":").upper()


def ends_at() -> dt.datetime | None:
    """When the certificate of this machine ends; None while there is none."""
    return read(place_of()).not_valid_after_utc if place_of().exists() else None


def read(place: Path) -> x509.Certificate:
    """The certificate in that file; of several the first."""
    return x509.load_pem_x509_certificate(place.read_bytes())
