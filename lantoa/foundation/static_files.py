"""Styles, scripts and fonts under names that change with their content."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """The list of all names is for this program alone, so it lies beside the served folder and not in it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("manifest_storage", FileSystemStorage(location=settings.VAR_DIR))
        super().__init__(*args, **kwargs)

    def save_manifest(self) -> None:
        super().save_manifest()
        # Where it lay, and was served from, until version 0.2.
        self.delete(self.manifest_name)
