"""Questions with a budget: how long the house takes to answer, in a world much larger than one office."""
