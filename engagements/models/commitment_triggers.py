"""What the database refuses of its own accord about commitments."""

import pgtrigger

from chancery.triggers import refuse, update_of


def original_due_date_is_kept() -> pgtrigger.Trigger:
    """Refuse to change the date that was first promised, once there is one."""
    return pgtrigger.Trigger(
        name="original_due_date_is_kept",
        when=pgtrigger.Before,
        operation=update_of("original_due_date"),
        condition=pgtrigger.AnyChange("original_due_date"),
        func=(
            "IF OLD.original_due_date <> '' THEN "
            + refuse(
                "The original due date never changes.",
                hint="Change the current due date instead.",
            )
            + " END IF; RETURN NEW;"
        ),
    )


def as_classified_as_its_meeting() -> pgtrigger.Trigger:
    """Refuse a commitment that is less classified than the meeting it came from."""
    leak = refuse(
        "A commitment cannot be classified lower than the meeting it came from.",
        hint="Raise its classification to the meeting's.",
    )
    return pgtrigger.Trigger(
        name="as_classified_as_its_meeting",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | update_of("classification", "origin_meeting_id"),
        condition=pgtrigger.Q(new__origin_meeting__isnull=False),
        func=(
            "IF NEW.classification < (SELECT classification FROM engagements_meeting"
            f" WHERE id = NEW.origin_meeting_id FOR SHARE) THEN {leak} END IF;"
            " RETURN NEW;"
        ),
    )


def due_date_moves_by_decision() -> pgtrigger.Trigger:
    """Refuse to move a due date that no supervisor has agreed to move there."""
    undecided = refuse(
        "A due date moves only by an approved request.",
        hint="Ask for a change of date and let a supervisor decide.",
    )
    return pgtrigger.Trigger(
        name="due_date_moves_by_decision",
        when=pgtrigger.Before,
        operation=update_of("due_date"),
        condition=pgtrigger.AnyChange("due_date"),
        func=(
            "IF OLD.due_date <> '' AND NOT EXISTS ("
            "SELECT 1 FROM engagements_duedatechange WHERE commitment_id = NEW.id"
            " AND decision = 'approved' AND old_date = OLD.due_date"
            f" AND new_date = NEW.due_date) THEN {undecided} END IF; RETURN NEW;"
        ),
    )


def decided_once() -> pgtrigger.Trigger:
    """Refuse to decide a request twice, or to change what was asked."""
    decided = refuse(
        "This request has been decided already.",
        hint="Ask for a new change of date instead.",
    )
    return pgtrigger.Trigger(
        name="decided_once",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"IF OLD.decision <> 'pending' THEN {decided} END IF; RETURN NEW;",
    )
