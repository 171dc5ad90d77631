"""What the settings promise to every test and to whoever serves the house."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def test_tests_write_nowhere_in_the_house():
    for place in (settings.VAR_DIR, settings.MEDIA_ROOT, settings.OUT_DIR, settings.STATIC_ROOT):
        assert not Path(place).is_relative_to(settings.BASE_DIR), place


def test_there_is_one_language_until_another_is_whole():
    assert settings.LANGUAGE_CODE == "vi"
    assert (
        not settings.LOCALE_PATHS and "django.middleware.locale.LocaleMiddleware" not in settings.MIDDLEWARE
    )
