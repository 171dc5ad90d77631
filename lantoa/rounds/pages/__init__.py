"""Pages of collection rounds: opening and following one, answering, giving one's word on answers of others."""
