"""SQL that the partners room's constraints are written in."""

# The days on which a person held a post for certain: from the latest day on which the
# tenure may have begun up to the earliest on which it may have ended (a post is handed
# over within a day). A beginning that is unknown, or that may lie after the end, is
# certain of nothing; no end means "still".
CREATE_FUNCTIONS = """
CREATE FUNCTION partners_certain_period(start_latest date, end_earliest date)
RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN start_latest IS NULL
            OR COALESCE(end_earliest, 'infinity'::date) < start_latest
        THEN 'empty'::daterange
        ELSE pg_catalog.daterange(start_latest, end_earliest, '[)')
    END
$$;
"""

DROP_FUNCTIONS = "DROP FUNCTION partners_certain_period(date, date);"
