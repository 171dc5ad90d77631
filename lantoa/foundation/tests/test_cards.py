"""A card is written once: its frame, its heading, and the name by which a screen reader finds it."""

from __future__ import annotations

from django.template import Context, Template


def card(source: str, **context) -> str:
    return Template("{% load lantoa %}" + source).render(Context(context))


def test_a_card_with_an_id_is_found_by_its_heading():
    made = card('{% card "Quá trình" id="qua" css="mt" body="scr" %}<p>…</p>{% endcard %}')
    assert made == (
        '<section class="card mt" aria-labelledby="qua"><div class="hd"><h2 id="qua">Quá trình</h2></div>'
        '<div class="bd scr"><p>…</p></div></section>'
    )


def test_what_was_typed_into_a_heading_is_no_markup():
    made = card("{% card title %}{{ text }}{% endcard %}", title="<b>A</b>", text="<i>")
    assert "<h2>&lt;b&gt;A&lt;/b&gt;</h2>" in made and '<div class="bd">&lt;i&gt;</div>' in made
