"""Tables of people. Memberships and posts have half-open dates; nothing overwrites the past."""

from lantoa.people.models.account import (
    Account,
    AccountManager,
    AccountQuerySet,
    OpenSession,
    ResetCode,
    Tries,
    normal_sign_in_name,
)
from lantoa.people.models.beginning import Beginning
from lantoa.people.models.grant import Grant, GrantQuerySet
from lantoa.people.models.merge import PersonMerge
from lantoa.people.models.person import (
    Duty,
    Membership,
    MembershipQuerySet,
    Person,
    PersonQuerySet,
    Post,
    PostQuerySet,
    Title,
)
