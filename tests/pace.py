"""What costs processor time and tells nothing, spared. No story says another thing for it."""

from __future__ import annotations

import gc

from django.test.client import ClientHandler
from django.test.signals import setting_changed

# What a story leaves behind is looked for once in a while, not at every page: a sixth of the time of all stories.
SELDOM = (50_000, 20, 100)


def look_for_garbage_seldom() -> None:
    """Before the stories are read in: they fill the memory with what stays."""
    gc.set_threshold(*SELDOM)


def keep_what_was_read() -> None:
    """What was read in stays until the end: nobody looks through it again for what can be thrown away."""
    gc.collect()
    gc.freeze()


def make_the_middleware_once() -> None:
    """What stands around each page is made anew where a setting was changed, not for everyone who asks for a page."""
    load, made = ClientHandler.load_middleware, {}

    def load_or_take(handler: ClientHandler, is_async: bool = False) -> None:
        if is_async not in made:
            load(handler, is_async)
            made[is_async] = {
                name: held for name, held in vars(handler).items() if name.endswith("_middleware")
            }
            made[is_async]["_middleware_chain"] = handler._middleware_chain
        vars(handler).update(made[is_async])

    ClientHandler.load_middleware = load_or_take  # type: ignore[method-assign]
    setting_changed.connect(lambda **_more: made.clear(), weak=False)
