"""What a person sees and presses: writing and sending, reading, judging, telling what was done."""
