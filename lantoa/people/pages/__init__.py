"""What a person sees and presses here: the door, her own page, people and their posts."""
