"""Pages of outreach: the hub, charity and works, opinions, news."""
