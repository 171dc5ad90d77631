"""What a person sees and presses: classes, courses of political theory, new members."""
