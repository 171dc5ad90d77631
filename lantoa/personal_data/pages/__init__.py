"""Pages of personal data: what is kept of me and what I ask; the desk that answers; the registers."""
