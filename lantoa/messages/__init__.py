"""What is put before people: the outbox, who is told what, which of it was read.

Other rooms say what is to be told in their door `told`; nothing here knows what their papers are about.
"""
