"""A person's rights in her data: what the system keeps of her, why and until when, who has read it, all of it as a
file. Every room says in its door `keeps.py` what it keeps.
"""
