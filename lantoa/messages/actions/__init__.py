"""What is put into the outbox, taken out of it, read and forgotten; who is urged on."""

from lantoa.messages.actions.reminding import remind
from lantoa.messages.actions.sending import choose_digest, put_digests, put_waiting, send_due
from lantoa.messages.actions.telling import forget_old, read, read_all, tell, untell
from lantoa.messages.actions.urging import reply, urge, words_for
