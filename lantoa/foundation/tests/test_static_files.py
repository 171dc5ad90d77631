"""What is served under /static/ is styles, scripts, fonts and pictures, and no list of everything there is."""

from config import settings as house
from lantoa.foundation.static_files import StaticFiles


def test_the_list_of_names_lies_outside_the_served_folder(settings, tmp_path):
    settings.VAR_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    served = settings.STATIC_ROOT / "staticfiles.json"
    served.write_text("{}")
    StaticFiles().save_manifest()
    assert (tmp_path / "staticfiles.json").exists() and not served.exists()


def test_this_is_how_the_house_serves_them():
    assert house.STORAGES["staticfiles"]["BACKEND"].endswith("StaticFiles")
