"""Ground: what every room stands on and that knows nothing of the domain.

Approval steps, history, dates and periods, Vietnamese text and numbers, attachments, the base page.
"""
