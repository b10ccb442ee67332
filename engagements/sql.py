"""SQL that the engagements room's constraints are written in."""

# Whether an instant, seen in a zone, lies within the bounds of a date.
CREATE_FUNCTIONS = """
CREATE FUNCTION engagements_lies_on(
    zone text, instant timestamptz, earliest date, latest date
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT COALESCE(
        pg_catalog.timezone(zone, instant)::date
            BETWEEN COALESCE(earliest, '-infinity'::date)
            AND COALESCE(latest, 'infinity'::date),
        false
    )
$$;
"""
DROP_FUNCTIONS = "DROP FUNCTION engagements_lies_on(text, timestamptz, date, date);"
