"""What a person sees and presses: the library, writing, judging, doing, the list of fields."""
