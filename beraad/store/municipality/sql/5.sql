-- Het gemeentelijke register van Beraad: indeling 5, legen alleen waar de ketting het zegt.
--
-- Draait als beraad_eigenaar. Een stap verliest zijn woorden alleen als er een latere staat die
-- dezelfde stap in andere woorden opschrijft, door wie de eerste kende: zo leest elke laptop het ook.

-- Wat een stap zegt, zonder wat bij toeval is; NULL als het niet te lezen is.
CREATE FUNCTION beraad.said(its_payload text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    RETURN its_payload::jsonb - ARRAY['zout', 'instead'];
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;

-- De kenmerken van alles wat de schrijver van een regel over dat signaal kende.
CREATE FUNCTION beraad.known_to(its_mark text) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    WITH RECURSIVE before (mark, entity) AS (
        SELECT named, e.entity FROM beraad.event e, unnest(e.seen) named
            WHERE e.org = beraad.my_org() AND e.mark = its_mark
        UNION
        SELECT named, e.entity FROM before b
            JOIN beraad.event e
                ON e.org = beraad.my_org() AND e.mark = b.mark AND e.entity = b.entity,
            unnest(e.seen) named
    )
    SELECT mark FROM before
$$;

-- Leegt van deze stappen de eerste woorden, en schrijft op welke login er andere voor gaf.
CREATE OR REPLACE FUNCTION beraad.empty(its_marks text[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    WITH gone AS (
        SELECT e.org, e.device, e.seq, otherwise.login
        FROM beraad.event e JOIN beraad.payload p USING (org, device, seq)
            CROSS JOIN LATERAL beraad.said(p.payload) first
            CROSS JOIN LATERAL (
                SELECT l.login
                FROM beraad.event later
                    JOIN beraad.payload words USING (org, device, seq)
                    JOIN beraad.laptop l USING (org, device)
                    CROSS JOIN LATERAL beraad.said(words.payload) again
                WHERE later.org = e.org AND later.entity = e.entity AND later.kind = 'step'
                    AND again ->> 'id' = first ->> 'id' AND again <> first
                    AND e.mark IN (SELECT beraad.known_to(later.mark))
                ORDER BY later.mark LIMIT 1
            ) otherwise
        WHERE e.org = beraad.my_org() AND e.mark = ANY (its_marks) AND e.kind = 'step'
    ), noted AS (
        INSERT INTO beraad.erasing SELECT org, device, seq, login, now() FROM gone
            ON CONFLICT DO NOTHING
    ), emptied AS (
        DELETE FROM beraad.payload p USING gone
            WHERE p.org = gone.org AND p.device = gone.device AND p.seq = gone.seq
        RETURNING 1
    )
    SELECT count(*) FROM emptied
$$;

REVOKE ALL ON FUNCTION beraad.said(text), beraad.known_to(text) FROM PUBLIC;
