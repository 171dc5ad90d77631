"""The one way to write: nothing typed is lost, nothing is written twice, nobody is overwritten unseen.

A form that says `{% entry %}` where others say `{% csrf_token %}` has all of it; see docs/handbook/a-form.md.
Every page is wrapped by `guard.entered` (in `foundation/addresses.py`), so a room writes nothing of its own.

- `opening`: one opening of one form, sealed into the form: who opened it, in which post, at which page.
- `sending`: one opening is sent once; its key is kept in the transaction of the act (by `history.record`).
- `drafts`: what was typed and chosen and not sent yet, per person, post and page.
- `versions`: what changed in an edit form since it was opened; both versions side by side.
- `boxes`: reads and fills the boxes of a form as it stands in a page.
"""
