"""The EDTF rules of `edtf.py` as PostgreSQL functions (PostgreSQL 14 and newer).

`edtf_is_valid(text)` says whether it is canonical EDTF of our subset, or ''.
`edtf_earliest(text)` and `edtf_latest(text)` give the first and last day it can be,
NULL where there is none and for '' and anything invalid. All give NULL for NULL, are
immutable and parallel-safe and raise on no input, so they serve in generated columns,
CHECK constraints and indexes.

They survive dump and restore, which runs with an empty search_path: `edtf_bounds` uses
built-in functions only, and the others have SQL-standard bodies, bound to it by
identity when they are created.

A migration runs these texts. Once it is released they are frozen: a change of the
rules gets new constants and a new migration, which must also rewrite the generated
columns, because PostgreSQL does not recompute stored values.
"""

from typing import Final

CREATE_FUNCTIONS: Final = r"""
CREATE FUNCTION edtf_bounds(value text) RETURNS date[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $edtf$
-- {first day, last day} of canonical EDTF, either may be NULL; NULL if it is invalid.
DECLARE
    given text COLLATE "C" := value;
    ends text[];
    pieces text[];
    is_interval boolean;
    is_dated boolean;
    was_dated boolean;
    year_first integer;
    year_last integer;
    part integer;
    day_of_month integer;
    days integer;
    bounds date[] := ARRAY[NULL, NULL]::date[];
    earliest date;
    latest date;
BEGIN
    IF length(given) > 64 THEN
        RETURN NULL;
    END IF;
    -- Most dates are plain days that every month has: a shorter way for them.
    IF given ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$'
        AND given >= '0001' THEN
        earliest := make_date(
            substr(given, 1, 4)::integer,
            substr(given, 6, 2)::integer,
            substr(given, 9, 2)::integer
        );
        RETURN ARRAY[earliest, earliest];
    END IF;

    ends := string_to_array(given, '/');
    is_interval := cardinality(ends) = 2;
    IF cardinality(ends) NOT IN (1, 2) THEN
        RETURN NULL;
    END IF;

    FOR i IN 1 .. cardinality(ends) LOOP
        given := ends[i];
        CONTINUE WHEN is_interval AND given IN ('', '..');

        pieces := regexp_match(
            given,
            '^([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)'
            '(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?$'
        );
        IF pieces IS NULL THEN
            RETURN NULL;
        END IF;

        is_dated := pieces[1] <> 'XXXX';
        IF is_dated <> was_dated THEN  -- the year on one side of an interval only
            RETURN NULL;
        END IF;
        was_dated := is_dated;
        -- A leap year stands in for a missing one: 29 February may exist.
        year_first := CASE WHEN is_dated
            THEN replace(pieces[1], 'X', '0')::integer ELSE 2000 END;
        year_last := CASE WHEN is_dated
            THEN replace(pieces[1], 'X', '9')::integer ELSE 2000 END;
        IF year_first = 0 THEN
            RETURN NULL;
        END IF;

        IF pieces[2] IS NULL THEN  -- a year, a decade, a century
            IF NOT is_dated THEN
                RETURN NULL;
            END IF;
            earliest := make_date(year_first, 1, 1);
            latest := make_date(year_last, 12, 31);
        ELSIF year_first <> year_last THEN  -- a month of a decade or century
            RETURN NULL;
        ELSIF pieces[2] = 'XX' THEN  -- a year whose month is not known
            IF NOT is_dated OR pieces[3] <> 'XX' THEN
                RETURN NULL;
            END IF;
            earliest := make_date(year_first, 1, 1);
            latest := make_date(year_first, 12, 31);
        ELSE
            part := pieces[2]::integer;
            IF part BETWEEN 1 AND 12 THEN
                days := CASE
                    WHEN part IN (4, 6, 9, 11) THEN 30
                    WHEN part <> 2 THEN 31
                    WHEN year_first % 4 = 0
                        AND (year_first % 100 <> 0 OR year_first % 400 = 0) THEN 29
                    ELSE 28
                END;
                day_of_month := nullif(pieces[3], 'XX')::integer;
                IF day_of_month NOT BETWEEN 1 AND days THEN
                    RETURN NULL;
                END IF;
                earliest := make_date(year_first, part, coalesce(day_of_month, 1));
                latest := make_date(year_first, part, coalesce(day_of_month, days));
            ELSIF NOT is_dated OR pieces[3] IS NOT NULL THEN
                RETURN NULL;
            ELSIF part BETWEEN 33 AND 36 THEN  -- quarters
                earliest := make_date(year_first, part * 3 - 98, 1);
                latest := make_date(
                    year_first, part * 3 - 96, CASE WHEN part IN (33, 36) THEN 31
                    ELSE 30 END
                );
            ELSIF part = 40 THEN  -- half-years
                earliest := make_date(year_first, 1, 1);
                latest := make_date(year_first, 6, 30);
            ELSIF part = 41 THEN
                earliest := make_date(year_first, 7, 1);
                latest := make_date(year_first, 12, 31);
            ELSE
                RETURN NULL;
            END IF;
        END IF;

        IF is_dated AND i = 1 THEN
            bounds[1] := earliest;
        END IF;
        IF is_dated AND i = cardinality(ends) THEN
            bounds[2] := latest;
        END IF;
    END LOOP;

    -- An interval that names neither end, or certainly ends before it starts.
    IF was_dated IS NULL OR bounds[2] < bounds[1] THEN
        RETURN NULL;
    END IF;
    RETURN bounds;
END
$edtf$;

CREATE FUNCTION edtf_is_valid(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN length(value) = 0 OR edtf_bounds(value) IS NOT NULL;

CREATE FUNCTION edtf_earliest(value text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (edtf_bounds(value))[1];

CREATE FUNCTION edtf_latest(value text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (edtf_bounds(value))[2];
"""

DROP_FUNCTIONS: Final = """
DROP FUNCTION edtf_latest(text);
DROP FUNCTION edtf_earliest(text);
DROP FUNCTION edtf_is_valid(text);
DROP FUNCTION edtf_bounds(text);
"""
