"""What a person reads of this room: the bell, urging, the log of it."""
