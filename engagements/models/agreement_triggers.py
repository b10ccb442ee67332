"""How the database derives an agreement's status and refuses impossible events."""

import pgtrigger
from django.db import models
from django.utils import translation

from chancery.triggers import refuse, update_of
from engagements.vocabulary import AgreementEventKind, AgreementStatus
from engagements.workflow import AGREEMENT


def _rules() -> str:
    """Return the event table as SQL rows: kind, status before, status after."""
    rows = [
        f"('{rule.kind}', '{source}', '{rule.target or source}')"
        for rule in AGREEMENT
        for source in rule.sources
    ]
    return ", ".join(rows)


def _labels(choices: type[models.TextChoices]) -> str:
    """Return a vocabulary as SQL rows: code, what people call it."""
    # Untranslated: the trigger must not depend on who happens to make a migration.
    with translation.override(None):
        words = [(value, str(label)) for value, label in choices.choices]
    return ", ".join(
        f"('{value}', '{label.replace(chr(39), chr(39) * 2)}')"
        for value, label in words
    )


def status_starts_empty() -> pgtrigger.Trigger:
    """Give a new agreement the status of one to which nothing has happened."""
    return pgtrigger.Trigger(
        name="status_starts_empty",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"NEW.status := '{AgreementStatus.NONE}'; RETURN NEW;",
    )


def status_is_derived() -> pgtrigger.Trigger:
    """Refuse a typed status: only the walk over the events may move it."""
    typed = refuse(
        "An agreement's status cannot be typed; it follows from its events.",
        hint="Record what happened (signed, entered into force…) instead.",
    )
    return pgtrigger.Trigger(
        name="status_is_derived",
        when=pgtrigger.Before,
        operation=update_of("status"),
        condition=pgtrigger.AnyChange("status"),
        func=(
            "IF NEW.status <> engagements_status_from_events(NEW.id)"
            f" THEN {typed} END IF; RETURN NEW;"
        ),
    )


def events_make_a_story() -> pgtrigger.Trigger:
    """Walk the events in order; refuse the impossible, then set the status."""
    out_of_order = refuse(
        "The dates of the agreement's events contradict their order.",
        hint="An event is dated before one that must precede it; check both dates.",
    )
    return pgtrigger.Trigger(
        name="events_make_a_story",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[
            ("event", "record"),
            ("running", "text"),
            ("following", "text"),
            ("so_far", "date"),
        ],
        func=f"""
            -- Two writers take turns, or neither would see the other's event; weaker
            -- than FOR UPDATE, which waits for the foreign key's own lock.
            PERFORM 1 FROM engagements_agreement WHERE id = NEW.agreement_id
                FOR NO KEY UPDATE;
            running := '{AgreementStatus.NONE}';
            FOR event IN
                SELECT kind, action_date_earliest, action_date_latest
                FROM engagements_agreementevent
                WHERE agreement_id = NEW.agreement_id AND voided_at IS NULL
                ORDER BY position, id
            LOOP
                SELECT target INTO following FROM (VALUES {_rules()})
                    AS rule (kind, source, target)
                    WHERE rule.kind = event.kind AND rule.source = running;
                IF following IS NULL THEN
                    RAISE EXCEPTION USING ERRCODE = 'check_violation',
                        MESSAGE = format('“%s” cannot happen to an agreement that'
                            ' stands at “%s”.',
                            (SELECT label FROM (VALUES {_labels(AgreementEventKind)})
                                AS words (code, label) WHERE code = event.kind),
                            (SELECT label FROM (VALUES {_labels(AgreementStatus)})
                                AS words (code, label) WHERE code = running)),
                        HINT = 'Record what came before it first (an agreement enters'
                            ' into force after it was signed), or correct its place'
                            ' in the order.';
                END IF;
                IF event.action_date_latest < so_far THEN {out_of_order} END IF;
                so_far := GREATEST(so_far, event.action_date_earliest);
                running := following;
            END LOOP;
            UPDATE engagements_agreement SET status = running
                WHERE id = NEW.agreement_id AND status <> running;
            RETURN NULL;
        """,
    )


def event_is_past() -> pgtrigger.Trigger:
    """Refuse an event that has not happened yet; a day of grace for other zones."""
    future = refuse(
        "An agreement's event cannot lie in the future.",
        hint="Record the signature (or other act) when it has happened; a future entry"
        " into force goes into the effective date.",
    )
    return pgtrigger.Trigger(
        name="event_is_past",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=(
            "IF edtf_earliest(NEW.action_date) > current_date + 1"
            f" THEN {future} END IF; RETURN NEW;"
        ),
    )


def status_function() -> str:
    """Return the SQL that creates the function which derives a status.

    The last event that moves the status decides; the walk that wrote the events has
    made sure that they follow one another.
    """
    moving = ", ".join(
        f"('{rule.kind}', '{rule.target}')" for rule in AGREEMENT if rule.target
    )
    return f"""
CREATE FUNCTION engagements_status_from_events(wanted bigint)
RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN COALESCE((
        SELECT rule.target
        FROM engagements_agreementevent event
        JOIN (VALUES {moving}) AS rule (kind, target) ON rule.kind = event.kind
        WHERE event.agreement_id = wanted AND event.voided_at IS NULL
        ORDER BY event.position DESC, event.id DESC
        LIMIT 1
    ), '{AgreementStatus.NONE}');
END $$;
"""


DROP_STATUS_FUNCTION = "DROP FUNCTION engagements_status_from_events(bigint);"
