"""What a template says alike on every page is made when the template is read, not each time the page is shown.

`{% translate "…" %}`, `{% blocktranslate %}` without a value in it, `{% icon "…" %}`, `{% url "…" %}`, `{% way "…" %}`
and `{% static "…" %}` of constants are written as ever. The house speaks one language (no LocaleMiddleware),
or the first two would not be constants. Pages of fifty rows hold hundreds of such words.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import FilterExpression, Node, Parser, TextNode, Token
from django.template.defaulttags import url as read_url
from django.templatetags import i18n
from django.templatetags.static import do_static
from django.urls import get_script_prefix, get_urlconf
from django.utils.translation import gettext

from lantoa.foundation.templatetags import lantoa

register = template.Library()


class Address(Node):
    """An address that is the same for everybody: kept for each set of addresses."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.shown: dict[tuple[str, str | None], str] = {}

    def render(self, context: template.Context) -> str:
        where = get_script_prefix(), get_urlconf()
        if where not in self.shown:
            self.shown[where] = self.node.render(context)
        return self.shown[where]


def _is_constant(*said: Any) -> bool:
    """Whether these pieces of a tag are constants without a filter."""
    return all(isinstance(one, FilterExpression) and not one.is_var and not one.filters for one in said)


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """`{% translate "…" %}` becomes plain text; of a value, with a context or `as` it is asked each time."""
    node: Any = i18n.do_translate(parser, token)
    said = node.filter_expression
    is_plain = not (node.asvar or node.noop or node.message_context or said.filters)
    return TextNode(node.render(template.Context())) if is_plain and said.var.lookups is None else node


@register.tag("blocktranslate")
def blocktranslate(parser: Parser, token: Token) -> Node:
    """`{% blocktranslate %}` that holds nothing but words becomes plain text."""
    node: Any = i18n.do_block_translate(parser, token)
    is_plain = not (node.plural or node.extra_context or node.asvar or node.message_context)
    words, values = node.render_token_list(node.singular)
    return TextNode(gettext(words) % {}) if is_plain and not values else node


def _is_constant_call(node: Any) -> bool:
    return node.target_var is None and _is_constant(*node.args, *node.kwargs.values())


@register.tag("icon")
def icon(parser: Parser, token: Token) -> Node:
    """`{% icon "x" %}` becomes its drawing."""
    node = lantoa.register.tags["icon"](parser, token)
    return TextNode(node.render(template.Context())) if _is_constant_call(node) else node


@register.tag("way")
def way(parser: Parser, token: Token) -> Node:
    """`{% way "help" %}` is found once."""
    node = lantoa.register.tags["way"](parser, token)
    return Address(node) if _is_constant_call(node) else node


@register.tag("url")
def url(parser: Parser, token: Token) -> Node:
    """`{% url "room:page" %}` without a value in it is found once."""
    node: Any = read_url(parser, token)
    is_constant = _is_constant(node.view_name, *node.args, *node.kwargs.values())
    return Address(node) if is_constant and node.asvar is None else node


@register.tag("static")
def static(parser: Parser, token: Token) -> Node:
    """`{% static "room/file.css" %}` is found once."""
    node: Any = do_static(parser, token)
    return Address(node) if _is_constant(node.path) and node.varname is None else node
