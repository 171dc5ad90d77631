"""What a person sees and presses: the periods, one review, writing it, the meeting, the result, papers and terms."""
