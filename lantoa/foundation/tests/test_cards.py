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


def test_a_card_without_a_title_is_named_by_a_heading_that_it_holds_and_leads_where_links_say():
    made = card('{% card named="viec" of=3 at="cuoi-nam" %}<h2 id="viec-3">Việc</h2>{% endcard %}')
    assert made == (
        '<section id="cuoi-nam" class="card" aria-labelledby="viec-3">'
        '<div class="bd"><h2 id="viec-3">Việc</h2></div></section>'
    )


def test_a_bare_card_brings_its_own_bodies():
    made = card('{% card "Trả lại" label="Trả lại" bare=True %}<form class="bd"></form>{% endcard %}')
    assert made == (
        '<section class="card" aria-label="Trả lại"><div class="hd"><h2>Trả lại</h2></div>'
        '<form class="bd"></form></section>'
    )
