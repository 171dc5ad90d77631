"""Pages of commendations: lists, nominations, what the body asked does, decisions, one's own."""
