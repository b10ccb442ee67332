"""Initiatives, commitments and all that follows from them."""

from collections.abc import Iterable
from typing import Any

from engagements.models import (
    Commitment,
    CommitmentAmount,
    CommitmentInstitution,
    CommitmentParty,
    DueDateChange,
    EngagementsCitation,
    Initiative,
    InitiativeAmount,
    InitiativePartner,
    Mention,
    ProgressEvidence,
    ProgressUpdate,
    Succession,
)
from partners.models import Partner
from tests.builders.base import AT, made, number
from tests.builders.house import make_desk, make_source, make_user
from tests.builders.meetings import make_meeting
from tests.builders.who import make_institution, make_partner

DIGEST = "0123456789abcdef" * 4


def make_initiative(**values: Any) -> Initiative:  # noqa: ANN401 - fields of the model, as below
    """Make a policy."""
    name = f"Policy {number()}"
    return made(Initiative, values, desk=make_desk, name=name, kind="policy")


def make_initiative_partner(**values: Any) -> InitiativePartner:  # noqa: ANN401
    """Make an initiative about a partner."""
    return made(
        InitiativePartner, values, initiative=make_initiative, partner=make_partner
    )


def make_initiative_amount(**values: Any) -> InitiativeAmount:  # noqa: ANN401
    """Give an initiative money."""
    return made(
        InitiativeAmount,
        values,
        initiative=make_initiative,
        value=100,
        currency="USD",
        role="pledged",
    )


def make_commitment(
    *,
    promisors: Iterable[Partner] = (),
    promisees: Iterable[Partner] = (),
    **values: Any,  # noqa: ANN401
) -> Commitment:
    """Make a noted commitment; a due date becomes the original one as well."""
    values.setdefault("original_due_date", values.get("due_date", ""))
    commitment = made(
        Commitment,
        values,
        desk=make_desk,
        title="Build a road",
        wording="agreed",
        kind="project",
        sector="infrastructure",
    )
    for side, partners in (("promisor", promisors), ("promisee", promisees)):
        for partner in partners:
            make_commitment_party(commitment=commitment, side=side, partner=partner)
    return commitment


def make_commitment_party(**values: Any) -> CommitmentParty:  # noqa: ANN401
    """Let a partner promise; with a label it is nobody's partner."""
    if "label" not in values:
        values.setdefault("partner", make_partner())
    return made(CommitmentParty, values, commitment=make_commitment, side="promisor")


def make_commitment_institution(**values: Any) -> CommitmentInstitution:  # noqa: ANN401
    """Set an institution to work."""
    return made(
        CommitmentInstitution,
        values,
        commitment=make_commitment,
        institution=make_institution,
    )


def make_commitment_amount(**values: Any) -> CommitmentAmount:  # noqa: ANN401
    """Put a sum to a commitment."""
    return made(
        CommitmentAmount,
        values,
        commitment=make_commitment,
        value=100,
        currency="USD",
        role="pledged",
    )


def make_mention(**values: Any) -> Mention:  # noqa: ANN401
    """Raise a commitment at a meeting."""
    return made(
        Mention, values, commitment=make_commitment, meeting=make_meeting, kind="raised"
    )


def make_succession(**values: Any) -> Succession:  # noqa: ANN401
    """Revise one commitment into another."""
    return made(
        Succession,
        values,
        predecessor=make_commitment,
        successor=make_commitment,
        kind="revised_into",
    )


def make_update(**values: Any) -> ProgressUpdate:  # noqa: ANN401
    """Report that a commitment is on track."""
    return made(
        ProgressUpdate,
        values,
        commitment=make_commitment,
        date="2023-07-03",
        health="on_track",
        author=make_user,
        written_at=AT,
    )


def make_evidence(**values: Any) -> ProgressEvidence:  # noqa: ANN401
    """Show a document by its hash."""
    return made(ProgressEvidence, values, update=make_update, sha256=DIGEST)


def make_due_date_change(**values: Any) -> DueDateChange:  # noqa: ANN401
    """Ask for a year more."""
    return made(
        DueDateChange,
        values,
        commitment=make_commitment,
        new_date="2024",
        reason="The winter was long.",
        requested_by=make_user,
        requested_at=AT,
    )


def make_engagements_citation(**values: Any) -> EngagementsCitation:  # noqa: ANN401
    """Cite a meeting, unless another record of that room is given."""
    if not set(values) & set(EngagementsCitation.CITED):
        values["meeting"] = make_meeting()
    return made(EngagementsCitation, values, source=make_source)
