"""Tables of outreach: charity, works, citizens' opinions, news. A mistake is struck out, not lost."""

from lantoa.outreach.models.article import Article, ArticleQuerySet
from lantoa.outreach.models.complaint import CitizenComplaint, ComplaintQuerySet
from lantoa.outreach.models.donor import DonorKind
from lantoa.outreach.models.giving import Campaign, CampaignQuerySet, Donation, DonationQuerySet
from lantoa.outreach.models.news import IssueQuerySet, NewsletterIssue, Sharing
from lantoa.outreach.models.opinion import CitizenOpinion, Forum, OpinionQuerySet
from lantoa.outreach.models.pledge import TIMES_A_YEAR, Pledge, PledgeQuerySet
from lantoa.outreach.models.prize import USUAL_FIELDS, Prize, PrizeQuerySet, PrizeWork, PrizeWorkQuerySet
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.outreach.models.work import Work, WorkQuerySet
