"""The account that signs what the software writes of itself."""

from typing import Final

from chancery.models import User
from chancery.refusals import Refused

USERNAME: Final = "seeds"


def system_user() -> User:
    """Return the account that signs seeded records; it can never sign in.

    Raises ``Refused`` when a person's account has taken its name.
    """
    user = User.objects.filter(username=USERNAME).first()
    if user is None:
        user = User(username=USERNAME, is_system=True, is_active=False)
        user.set_unusable_password()
        user.save()
    elif not user.is_system:
        raise Refused(
            f"The account {USERNAME!r} belongs to somebody, but the seeds are signed"
            " with that name. Rename the account, then seed again.",
            "username",
        )
    return user
