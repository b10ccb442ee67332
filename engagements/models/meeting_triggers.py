"""What the database refuses or keeps of its own accord about meetings."""

import pgtrigger

from chancery.triggers import refuse, update_of


def not_held_in_the_future() -> pgtrigger.Trigger:
    """Refuse to record as held what cannot have begun yet.

    A day of grace, because it may be tomorrow already at the place.
    """
    future = refuse(
        "A meeting cannot have been held in the future.",
        hint="Check the date, or leave the meeting scheduled.",
    )
    return pgtrigger.Trigger(
        name="not_held_in_the_future",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Q(new__status="held"),
        func=(
            f"IF edtf_earliest(NEW.date) > current_date + 1 THEN {future} END IF;"
            " RETURN NEW;"
        ),
    )


def keeps_old_dates() -> pgtrigger.Trigger:
    """Write down every move of status or date, whoever made it and however.

    Who, when and why come from the signature that ``chancery.history.acting`` attaches.
    """
    return pgtrigger.Trigger(
        name="keeps_old_dates",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("status", "date"),
        declare=[("signature", "jsonb")],
        func=(
            "signature := NULLIF(current_setting('pghistory.context_metadata', TRUE),"
            " '')::jsonb;"
            " INSERT INTO engagements_meetingstatuschange (version, meeting_id,"
            " position, from_status, to_status, old_date, new_date, changed_at,"
            " changed_by_id, reason)"
            " SELECT 1, NEW.id, COALESCE(MAX(position), 0) + 1, OLD.status, NEW.status,"
            " OLD.date, NEW.date, COALESCE((signature->>'at')::timestamptz, now()),"
            " (signature->>'user')::bigint, COALESCE(signature->>'reason', '')"
            " FROM engagements_meetingstatuschange WHERE meeting_id = NEW.id;"
            " RETURN NULL;"
        ),
    )


def commitments_stay_as_classified() -> pgtrigger.Trigger:
    """Refuse to classify a meeting above a commitment that came from it."""
    leak = refuse(
        "A commitment made at this meeting is classified lower.",
        hint="Raise the classification of its commitments first.",
    )
    return pgtrigger.Trigger(
        name="commitments_stay_as_classified",
        when=pgtrigger.Before,
        operation=update_of("classification"),
        condition=pgtrigger.AnyChange("classification"),
        func=(
            "IF EXISTS (SELECT 1 FROM engagements_commitment"
            " WHERE origin_meeting_id = NEW.id"
            f" AND classification < NEW.classification) THEN {leak} END IF;"
            " RETURN NEW;"
        ),
    )
