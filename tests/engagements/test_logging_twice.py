"""Two clicks at the same moment make one meeting."""

import pytest
from django.test import Client

from engagements.models import Meeting
from partners.roles import Role
from tests.builders import make_desk, make_user
from tests.engagements.log_pages import meeting, sent
from tests.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_clicks_at_once_make_one_meeting() -> None:
    client = Client()
    client.force_login(make_user(Role.DESK_OFFICER, desks=[make_desk()]))
    data = meeting(client)

    def click() -> object:
        # A browser's second click: the same session and the same page.
        other = Client()
        other.cookies.update(client.cookies)
        return sent(other, data)["Location"]

    first, second = at_once(click, click)
    assert first == second
    assert Meeting.objects.count() == 1
