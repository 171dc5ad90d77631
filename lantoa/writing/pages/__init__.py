"""What a person sees and presses in this room."""
