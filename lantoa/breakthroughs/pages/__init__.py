"""What a person sees and presses: reading, writing, deciding, the quarters."""
