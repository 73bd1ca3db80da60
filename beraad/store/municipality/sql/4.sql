-- Het gemeentelijke register van Beraad: indeling 4, wissen terwijl een ander schrijft.
--
-- Draait als beraad_eigenaar. Wie wist, wacht op wie van dezelfde gemeente nog aan het schrijven is,
-- en laat daarna niemand schrijven tot het wissen vaststaat. Zo ziet elk van beide wat de ander deed.

-- Houdt het register van de eigen gemeente vast tot het eind van de transactie: samen met anderen
-- die schrijven, of alleen, om te wissen. Wie in één transactie schrijft en wist, houdt het eerst
-- vast om te wissen. In een transactie die niet ziet wat er intussen bij kwam, gaat het niet (BR005).
CREATE FUNCTION beraad.hold(for_erasing boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    its_number bigint := hashtextextended('beraad ' || beraad.my_org(), 0);
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION 'alleen met READ COMMITTED' USING ERRCODE = 'BR005';
    END IF;
    IF for_erasing THEN
        PERFORM pg_advisory_xact_lock(its_number);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(its_number);
    END IF;
END
$$;

-- Schrijft één regel bij; zegt of hij nieuw was. Een andere regel op dezelfde plaats is het teken
-- van een gekopieerde laptop (BR001); een laptop van een andere login is dat ook (BR002).
CREATE OR REPLACE FUNCTION beraad.append(
    its_device text, its_seq bigint, its_kind text, its_entity text, its_seen text[],
    its_prev text, its_payload_mark text, its_mark text, its_payload text
) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    our_org text := beraad.my_org();
    holder name;
    last_seq bigint;
    last_mark text;
    known text;
BEGIN
    IF our_org IS NULL THEN
        RAISE EXCEPTION 'login hoort bij geen gemeente' USING ERRCODE = 'BR003';
    END IF;
    PERFORM beraad.hold(its_kind = 'erased');
    INSERT INTO beraad.laptop (org, device, login)
        VALUES (our_org, its_device, session_user) ON CONFLICT DO NOTHING;
    -- Wie dezelfde laptop zegt te zijn, wacht hier op de ander.
    SELECT login INTO holder FROM beraad.laptop
        WHERE org = our_org AND device = its_device FOR NO KEY UPDATE;
    IF holder <> session_user THEN
        RAISE EXCEPTION 'laptop van een andere login' USING ERRCODE = 'BR002';
    END IF;
    SELECT mark INTO known FROM beraad.event
        WHERE org = our_org AND device = its_device AND seq = its_seq;
    IF FOUND THEN
        IF known = its_mark THEN
            RETURN false;
        END IF;
        RAISE EXCEPTION 'op deze plaats staat iets anders' USING ERRCODE = 'BR001';
    END IF;
    SELECT seq, mark INTO last_seq, last_mark FROM beraad.event
        WHERE org = our_org AND device = its_device ORDER BY seq DESC LIMIT 1;
    IF its_seq <> coalesce(last_seq, 0) + 1 OR its_prev <> coalesce(last_mark, '') THEN
        RAISE EXCEPTION 'op deze plaats staat iets anders' USING ERRCODE = 'BR001';
    END IF;
    IF its_mark <> beraad.mark_of(
        concat_ws(
            E'\x1e', its_device, its_seq, its_kind, its_entity, array_to_string(its_seen, ','),
            its_prev, its_payload_mark
        )
    ) OR its_payload_mark <> beraad.mark_of(its_payload) THEN
        RAISE EXCEPTION 'kenmerk klopt niet' USING ERRCODE = 'BR004';
    END IF;
    INSERT INTO beraad.event
        VALUES (
            our_org, its_device, its_seq, its_kind, its_entity, its_seen, its_prev,
            its_payload_mark, its_mark
        ) ON CONFLICT DO NOTHING;
    IF its_payload IS NOT NULL THEN
        INSERT INTO beraad.payload VALUES (our_org, its_device, its_seq, its_payload)
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN true;
END
$$;

-- Leegt wat er nog staat over signalen die gewist zijn; zegt hoeveel regels dat waren. Een laptop
-- vraagt dit bij elk samenvoegen.
CREATE FUNCTION beraad.wipe_again() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    WITH gone AS (
        DELETE FROM beraad.payload p
            USING beraad.event e JOIN beraad.event erased USING (org, entity)
        WHERE erased.kind = 'erased' AND erased.org = beraad.my_org()
            AND p.org = e.org AND p.device = e.device AND p.seq = e.seq
        RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
CREATE INDEX event_erased ON beraad.event (org, entity) WHERE kind = 'erased';

-- Wat er al was blijven staan. Alleen hiervoor kijkt de eigenaar over gemeenten heen.
ALTER TABLE beraad.event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.payload NO FORCE ROW LEVEL SECURITY;
DELETE FROM beraad.payload p USING beraad.event e JOIN beraad.event gone USING (org, entity)
    WHERE gone.kind = 'erased' AND p.org = e.org AND p.device = e.device AND p.seq = e.seq;
ALTER TABLE beraad.event FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.payload FORCE ROW LEVEL SECURITY;

REVOKE ALL ON FUNCTION beraad.hold(boolean), beraad.wipe_again() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION beraad.hold(boolean), beraad.wipe_again() TO beraad_antwoorden;
