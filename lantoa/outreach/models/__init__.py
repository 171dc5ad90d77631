"""Tables of outreach: charity, works, citizens' opinions, news. A mistake is struck out, not lost."""

from lantoa.outreach.models.article import Article, ArticleQuerySet
from lantoa.outreach.models.giving import Campaign, CampaignQuerySet, Donation, DonationQuerySet
from lantoa.outreach.models.opinion import CitizenOpinion, Forum, OpinionQuerySet
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.outreach.models.work import Work, WorkQuerySet
