-- Het gemeentelijke register van Beraad: indeling 2, wissen.
--
-- Draait als beraad_eigenaar. Wie een signaal wist, schrijft daarvoor een regel; vanaf dan staat er
-- nergens in de database nog wat erover geschreven was. Koppen en ketting blijven staan. Ook een
-- laptop die na een jaar terugkomt, zet de tekst niet terug.

-- Wist de inhoud van een signaal zodra de regel "erased" er is, en laat er geen meer toe.
CREATE FUNCTION beraad.wipe() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    DELETE FROM beraad.payload p USING beraad.event e
        WHERE e.org = NEW.org AND e.entity = NEW.entity
            AND p.org = e.org AND p.device = e.device AND p.seq = e.seq;
    RETURN NULL;
END
$$;
CREATE TRIGGER wipe AFTER INSERT ON beraad.event
    FOR EACH ROW WHEN (NEW.kind = 'erased') EXECUTE FUNCTION beraad.wipe();

CREATE FUNCTION beraad.keep_out() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM beraad.event mine JOIN beraad.event gone USING (org, entity)
        WHERE mine.org = NEW.org AND mine.device = NEW.device AND mine.seq = NEW.seq
            AND gone.kind = 'erased'
    ) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_out BEFORE INSERT ON beraad.payload
    FOR EACH ROW EXECUTE FUNCTION beraad.keep_out();

-- Leegt stappen die in andere woorden zijn opgeschreven. Het kan alleen bij een signaal waarover
-- deze login zelf een latere stap schreef: die blijft staan en vertelt wie het deed.
CREATE FUNCTION beraad.empty(its_marks text[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    WITH gone AS (
        DELETE FROM beraad.payload p USING beraad.event e
        WHERE e.org = beraad.my_org() AND e.mark = ANY (its_marks) AND e.kind = 'step'
            AND p.org = e.org AND p.device = e.device AND p.seq = e.seq
            AND EXISTS (
                SELECT FROM beraad.event later JOIN beraad.laptop l USING (org, device)
                WHERE later.org = e.org AND later.entity = e.entity AND later.kind = 'step'
                    AND later.mark <> e.mark AND l.login = session_user
            )
        RETURNING 1
    )
    SELECT count(*) FROM gone
$$;

-- Wat gewist werd toen indeling 1 nog gold. Alleen hiervoor kijkt de eigenaar over gemeenten heen.
ALTER TABLE beraad.event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.payload NO FORCE ROW LEVEL SECURITY;
DELETE FROM beraad.payload p USING beraad.event e JOIN beraad.event gone USING (org, entity)
    WHERE gone.kind = 'erased' AND p.org = e.org AND p.device = e.device AND p.seq = e.seq;
ALTER TABLE beraad.event FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.payload FORCE ROW LEVEL SECURITY;

REVOKE ALL ON FUNCTION beraad.wipe(), beraad.keep_out(), beraad.empty(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION beraad.empty(text[]) TO beraad_antwoorden;
