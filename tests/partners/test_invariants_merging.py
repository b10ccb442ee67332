"""What must never be false of merged records, tried in raw SQL."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from chancery.models.mergeable import Mergeable
from tests.builders import (
    AT,
    make_institution,
    make_merge,
    make_partner,
    make_person,
    make_post,
    make_user,
)
from tests.domain import MODELS, label
from tests.invariants import breaks, copy, refused_by, refused_saying, update

pytestmark = pytest.mark.django_db

KINDS: list[type[Mergeable]] = [
    model for model in MODELS if issubclass(model, Mergeable)
]
MAKERS: Mapping[str, Callable[..., Any]] = {
    "Partner": make_partner,
    "Institution": make_institution,
    "Post": make_post,
    "Person": make_person,
}
GONE = "That record was itself merged into another one."
CHAIN = "Other records were merged into this one."


def away() -> dict[str, object]:
    return {
        "archived_at": AT,
        "archived_by_id": make_user().pk,
        "archive_reason": "The same.",
    }


each_kind = pytest.mark.parametrize("model", KINDS, ids=label)


def test_partners_institutions_posts_and_people_can_be_merged() -> None:
    assert {model.__name__ for model in KINDS} == set(MAKERS)


@breaks(
    *[
        f"partners_{model._meta.model_name}_merged_into_another_is_archived"
        for model in KINDS
    ]
)
@each_kind
def test_merged_record_is_archived_and_leads_elsewhere(model: type[Mergeable]) -> None:
    one, other = (MAKERS[model.__name__]() for _ in range(2))
    rule = f"partners_{model._meta.model_name}_merged_into_another_is_archived"
    with refused_by(rule):
        update(one, merged_into_id=other.pk)
    with refused_by(rule):
        update(one, merged_into_id=one.pk, **away())
    update(one, merged_into_id=other.pk, **away())
    with refused_by(rule):
        update(one, archived_at=None, archived_by_id=None, archive_reason="")


@breaks(*[f"{model._meta.label}:merged_into_leads_straight" for model in KINDS])
@each_kind
def test_merged_record_leads_straight_to_one_that_stays(
    model: type[Mergeable],
) -> None:
    first, second, third = (MAKERS[model.__name__]() for _ in range(3))
    update(first, merged_into_id=second.pk, **away())
    with refused_saying(GONE):
        update(third, merged_into_id=first.pk, **away())
    with refused_saying(CHAIN):
        update(second, merged_into_id=third.pk, **away())
    with refused_saying(GONE):
        copy(third, merged_into_id=first.pk, **away())
    # A circle of two is a chain as well.
    with refused_saying(GONE):
        update(second, merged_into_id=first.pk, **away())


@breaks("partners_merge_joins_two_of_one_kind")
def test_merge_joins_two_of_one_kind() -> None:
    merge = make_merge()
    for columns in (
        {"kept_person_id": None},
        {"merged_person_id": None},
        {"kept_person_id": None, "merged_person_id": None},
        {"kept_person_id": merge.merged_person_id},
        {"kept_person_id": None, "kept_post_id": make_post().pk},
        {"kept_post_id": make_post().pk, "merged_post_id": make_post().pk},
    ):
        with refused_by("partners_merge_joins_two_of_one_kind"):
            update(merge, **columns)


@breaks("partners_merge_says_why")
def test_merge_says_why() -> None:
    with refused_by("partners_merge_says_why"):
        update(make_merge(), reason="")


@breaks("partners_merge_undone_at_has_undone_by")
def test_merge_is_undone_by_somebody_at_some_time() -> None:
    merge = make_merge()
    for columns in (
        {"undone_at": AT},
        {"undone_by_id": make_user().pk},
        {"undo_reason": "They are two."},
    ):
        with refused_by("partners_merge_undone_at_has_undone_by"):
            update(merge, **columns)
    update(merge, undone_at=AT, undone_by_id=make_user().pk)
