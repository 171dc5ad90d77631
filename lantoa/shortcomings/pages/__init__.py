"""What a person sees and presses: the list and its print, one shortcoming, writing one down, closing it."""
