"""Every form of every template asks, writes or is a button; whoever types in one is in safe hands."""

import re
from collections import Counter

from django.template.loader import get_template

from tests.architecture.test_house import sources, templates

FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
BOX = re.compile(r'{% field |<textarea|<select|<input\b(?![^>]*type="(?:hidden|submit)")|{% block fields')
WRITES, PRESSES = re.compile(r"{% entry\b[^%]*%}"), re.compile(r"{% once %}")

# No draft may hold what is typed here: secrets, codes, and the choice of who one is.
SECRETS = {
    "beginning/code.html",
    "people/sign_in.html",
    "people/reset.html",
    "people/set_password.html",
    "people/second_step.html",
    "people/prove.html",
    "people/passkey_form.html",
    "people/second_key.html",
    "people/change_password.html",
    "people/choose_post.html",
    "portal/display.html",
    "registrations/by_code.html",
    "registrations/by_code_read.html",
    "registrations/get_code.html",
    "registrations/witnessed.html",
    "upkeep/index.html",
    "upkeep/key_form.html",
}
# These keep what is typed by themselves: the table that is read in and is its own draft, the text and the file that
# are only looked at, and the page on which two versions meet. Codes that are shown once are made anew by a second
# click, or the first would be lost. Signing out twice is signing out. A form that waited in vain for its turn is sent
# once more as it was, its own opening in it.
OWN_WAY = {
    "beginning/slip.html",
    "exchange/preview.html",
    "foundation/account.html",
    "foundation/fault.html",
    "foundation/two_versions.html",
    "people/slips.html",
    "reports/compare.html",
    "writing/advice_page.html",
}


def forms(name: str) -> list[str]:
    return FORM.findall(get_template(name).template.source)


def kind_of(form: str) -> str:
    if not re.search(r'method="post"', form):
        return "filter"
    if WRITES.search(form):
        return "write"
    return "button" if PRESSES.search(form) and not BOX.search(form) else "neither"


def test_every_form_is_a_filter_a_button_or_written_in_the_one_way():
    """Begin it with {% entry %} or {% once %}: docs/handbook/a-form.md."""
    guarded = [name for name in templates() if name not in SECRETS | OWN_WAY]
    assert [name for name in guarded if "neither" in map(kind_of, forms(name))] == []


def test_forms_of_one_page_have_names_of_their_own():
    openings = {
        name: Counter(tag for form in forms(name) for tag in WRITES.findall(form)) for name in templates()
    }
    assert [name for name, tags in openings.items() if tags and max(tags.values()) > 1] == []


def test_what_is_left_out_is_still_there():
    assert set(templates()) >= SECRETS | OWN_WAY


def test_the_address_of_a_button_leads_on_when_it_is_opened_as_a_page():
    """`posts_only` leads to the page above; Django's own decorators answer with an empty page."""
    blank = re.compile(r"require_POST|require_http_methods|require_GET|require_safe")
    assert [path for path in sources("**/*.py") if blank.search(path.read_text())] == []
