"""What a user is to the house: clearance from the officer, desks from the roles."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection

from chancery.classification import scheme
from chancery.models import User
from chancery.scope import Scope
from partners.models import Officer

# A supervisor decides for the desks under theirs; one query, however deep the tree.
_DESKS_UNDER = """
    WITH RECURSIVE tree AS (
        SELECT desk_id AS id FROM partners_officerdesk WHERE officer_id = %s
        UNION
        SELECT desk.id FROM partners_desk desk JOIN tree ON desk.parent_id = tree.id
    )
    SELECT id FROM tree
"""


def scope_of(user: AbstractBaseUser) -> Scope:
    """Return the scope of a signed-in user.

    A user whom nobody has made an officer sees nothing. Clearance never exceeds the
    site's ceiling. ``partners.supervise_desks`` widens one's desks to those under
    them, ``partners.administer_desks`` to all.
    """
    assert isinstance(user, User)  # noqa: S101 - the only user model there is
    ceiling = scheme().ceiling_level
    if user.is_superuser:
        return Scope(clearance=ceiling, all_desks=True)
    officer = Officer.objects.filter(user=user, archived_at=None).first()
    if officer is None:
        return Scope()
    clearance = min(officer.clearance, ceiling)
    if user.has_perm("partners.administer_desks"):
        return Scope(clearance=clearance, all_desks=True)
    if user.has_perm("partners.supervise_desks"):
        with connection.cursor() as cursor:
            cursor.execute(_DESKS_UNDER, [officer.pk])
            desks = frozenset(row[0] for row in cursor.fetchall())
    else:
        desks = frozenset(officer.officer_desks.values_list("desk_id", flat=True))
    return Scope(clearance=clearance, desk_ids=desks)
