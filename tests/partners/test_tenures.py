"""Who may hold a post when: full holders of a one-holder post do not overlap."""

import pytest

from chancery.refusals import Refused, spoken
from partners.models import Post, Tenure
from tests.builders import AT, make_post, make_tenure, make_user
from tests.invariants import breaks, refused_by, update

pytestmark = pytest.mark.django_db

OVERLAP = "partners_tenure_full_holders_do_not_overlap"
BACKWARDS = "partners_tenure_ends_after_it_starts"


@pytest.fixture
def post() -> Post:
    return make_post(title="Prime Minister")


@breaks(OVERLAP)
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019", "2020"),
        ("2018-06-01", "2018-06-30"),
        ("2018~", "2019"),
        ("2010", ""),
        ("2021-01-26", ""),
    ],
)
def test_full_holders_do_not_overlap(post: Post, start: str, end: str) -> None:
    make_tenure(post=post, start="2017-10-04", end="2021-01-27")
    with refused_by(OVERLAP):
        make_tenure(post=post, start=start, end=end)


@pytest.mark.parametrize("start", ["2021-01-27", "2021-01-28", "2021-02", "2021"])
def test_next_holder_may_follow_on_the_day_of_the_last(post: Post, start: str) -> None:
    make_tenure(post=post, start="2017-10-04", end="2021-01-27")
    make_tenure(post=post, start=start)
    assert Tenure.objects.filter(post=post, is_exclusive=True).count() == 2


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("2021-01", "2021-01"),
        ("2021", "2021-06"),
        ("2021-06", "2021"),
        ("", ""),
        ("2020~", "2020~"),
    ],
)
def test_tenures_that_only_may_overlap_stand(post: Post, end: str, start: str) -> None:
    make_tenure(post=post, start="2017", end=end)
    make_tenure(post=post, start=start)
    assert Tenure.objects.filter(post=post).count() == 2


@breaks(OVERLAP)
def test_still_holding_shuts_out_every_later_start(post: Post) -> None:
    make_tenure(post=post, start="2017")
    with refused_by(OVERLAP):
        make_tenure(post=post, start="2023-06-26")


@breaks(OVERLAP)
def test_same_person_does_not_hold_a_post_twice(post: Post) -> None:
    first = make_tenure(post=post, start="2017", end="2020")
    with refused_by(OVERLAP):
        make_tenure(post=post, person=first.person, start="2018", end="2019")


@breaks(OVERLAP, "partners.Tenure:knows_if_exclusive")
def test_acting_holder_may_overlap_until_no_longer_acting(post: Post) -> None:
    make_tenure(post=post, start="2017")
    acting = make_tenure(post=post, start="2018", is_acting=True)
    with refused_by(OVERLAP):
        update(acting, is_acting=False)


@breaks("partners.Tenure:knows_if_exclusive")
def test_exclusiveness_is_not_typed(post: Post) -> None:
    full = make_tenure(post=post, start="2017", is_exclusive=False)
    update(full, is_exclusive=False)
    full.refresh_from_db()
    assert full.is_exclusive is True
    make_tenure(post=post, start="2018", is_acting=True, is_exclusive=True)
    assert Tenure.objects.filter(is_exclusive=True).count() == 1


@breaks(OVERLAP, "partners.Tenure:knows_if_exclusive")
def test_archived_tenure_makes_room_and_does_not_come_back(post: Post) -> None:
    wrong = make_tenure(post=post, start="2017")
    archived_by = make_user().pk
    update(
        wrong, archived_at=AT, archived_by_id=archived_by, archive_reason="Wrong post."
    )
    make_tenure(post=post, start="2017")
    with refused_by(OVERLAP):
        update(wrong, archived_at=None, archived_by_id=None, archive_reason="")


@breaks(OVERLAP, "partners.Post:tenures_follow_holders")
def test_post_does_not_come_down_to_one_holder_while_two_hold_it(post: Post) -> None:
    update(post, has_one_holder=False)
    first = make_tenure(post=post, start="2017")
    second = make_tenure(post=post, start="2018")
    with refused_by(OVERLAP):
        update(post, has_one_holder=True)
    update(first, end="2018-12")
    update(second, start="2019")
    update(post, has_one_holder=True)
    assert list(
        Tenure.objects.filter(post=post).values_list("is_exclusive", flat=True)
    ) == [True, True]


@breaks("partners.Post:tenures_follow_holders")
def test_post_with_many_holders_frees_its_tenures(post: Post) -> None:
    make_tenure(post=post, start="2017")
    Post.objects.filter(pk=post.pk).update(has_one_holder=False)
    make_tenure(post=post, start="2018")
    assert Tenure.objects.filter(is_exclusive=True).count() == 0


@breaks(OVERLAP)
def test_tenure_does_not_move_to_a_post_that_is_taken(post: Post) -> None:
    make_tenure(post=post, start="2017")
    elsewhere = make_tenure(start="2018")
    with refused_by(OVERLAP):
        update(elsewhere, post_id=post.pk)


@breaks(BACKWARDS)
@pytest.mark.parametrize(
    ("start", "end"), [("2021", "2020"), ("2021-07", "2021-06-30")]
)
def test_tenure_does_not_end_before_it_starts(start: str, end: str) -> None:
    tenure = make_tenure()
    with refused_by(BACKWARDS):
        update(tenure, start=start, end=end)


def test_tenure_may_end_in_the_year_it_starts() -> None:
    tenure = make_tenure(start="2021-06", end="2021")
    assert tenure.end_latest is not None
    assert tenure.start_earliest is not None
    assert tenure.end_latest > tenure.start_earliest


def test_refused_overlap_says_what_to_do(post: Post) -> None:
    make_tenure(post=post, start="2017")
    with pytest.raises(Refused) as refusal, spoken():
        make_tenure(post=post, start="2018")
    assert refusal.value.messages == [
        (
            "Somebody else holds this post at that time. End that tenure first, or mark"
            " this one as acting."
        )
    ]
