-- Het gemeentelijke register van Beraad: indeling 1, het logboek.
--
-- Draait als beraad_eigenaar. Een laptop schrijft alleen regels bij, via beraad.append(), en leest
-- die van de eigen gemeente. Niemand verandert een regel of haalt er een weg. Welke gemeente dat
-- is, hangt aan de login (session_user) en niet aan iets wat een laptop zelf kan zeggen.

CREATE TABLE beraad.layout (
    version integer NOT NULL
);
INSERT INTO beraad.layout VALUES (0);

-- Welke login bij welke gemeente hoort.
CREATE TABLE beraad.member (
    login name PRIMARY KEY,
    org text NOT NULL CHECK (org ~ '^[a-z0-9-]{1,64}$')
);

-- Welke login een laptop gebruikte toen die voor het eerst kwam. Alleen die login schrijft erbij.
CREATE TABLE beraad.laptop (
    org text NOT NULL,
    device text NOT NULL CHECK (device ~ '^[0-9a-f]{32}$'),
    login name NOT NULL,
    PRIMARY KEY (org, device)
);

-- Wat er veranderde: de kop van een regel, die voor altijd blijft staan. `mark` is het kenmerk van
-- de kop, `prev` dat van de regel ervoor van dezelfde laptop, `seen` wat de schrijver al kende.
CREATE TABLE beraad.event (
    org text NOT NULL,
    device text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    kind text NOT NULL CHECK (kind ~ '^[a-z_]{1,32}$'),
    entity text NOT NULL CHECK (entity ~ '^[0-9A-Za-z_-]{1,64}$'),
    seen text[] NOT NULL
        CHECK (cardinality(seen) <= 64 AND array_to_string(seen, ',', '') ~ '^([0-9a-f]{32}(,|$))*$'),
    prev text NOT NULL,
    payload_mark text NOT NULL CHECK (payload_mark ~ '^[0-9a-f]{32}$'),
    mark text NOT NULL,
    PRIMARY KEY (org, device, seq),
    FOREIGN KEY (org, device) REFERENCES beraad.laptop
);
CREATE UNIQUE INDEX event_mark ON beraad.event (org, mark);
CREATE INDEX event_entity ON beraad.event (org, entity);

-- Wat er stond: apart, zodat het te wissen is zonder de kop aan te raken.
CREATE TABLE beraad.payload (
    org text NOT NULL,
    device text NOT NULL,
    seq bigint NOT NULL,
    payload text NOT NULL CHECK (length(payload) <= 2000000),
    PRIMARY KEY (org, device, seq),
    FOREIGN KEY (org, device, seq) REFERENCES beraad.event
);

-- De gemeente van wie is ingelogd; NULL voor een login die bij geen gemeente hoort.
CREATE FUNCTION beraad.my_org() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT org FROM beraad.member WHERE login = session_user $$;

-- 128 bits van SHA-256, zoals elke laptop het ook uitrekent.
CREATE FUNCTION beraad.mark_of(said text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp
    AS $$ SELECT left(encode(sha256(convert_to(said, 'UTF8')), 'hex'), 32) $$;

-- Schrijft één regel bij; zegt of hij nieuw was. Een andere regel op dezelfde plaats is het teken
-- van een gekopieerde laptop (BR001); een laptop van een andere login is dat ook (BR002).
CREATE FUNCTION beraad.append(
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

ALTER TABLE beraad.layout ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.laptop ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.payload ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.layout FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.member FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.laptop FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.event FORCE ROW LEVEL SECURITY;
ALTER TABLE beraad.payload FORCE ROW LEVEL SECURITY;

-- Ook de functies hierboven, die als eigenaar draaien, komen niet buiten de eigen gemeente.
CREATE POLICY owner ON beraad.layout TO beraad_eigenaar USING (true);
CREATE POLICY owner ON beraad.member TO beraad_eigenaar USING (true);
CREATE POLICY owner ON beraad.laptop TO beraad_eigenaar USING (org = (SELECT beraad.my_org()));
CREATE POLICY owner ON beraad.event TO beraad_eigenaar USING (org = (SELECT beraad.my_org()));
CREATE POLICY owner ON beraad.payload TO beraad_eigenaar USING (org = (SELECT beraad.my_org()));

CREATE POLICY reading ON beraad.layout FOR SELECT TO beraad_lezen USING (true);
CREATE POLICY reading ON beraad.laptop FOR SELECT TO beraad_lezen
    USING (org = (SELECT beraad.my_org()));
CREATE POLICY reading ON beraad.event FOR SELECT TO beraad_lezen
    USING (org = (SELECT beraad.my_org()));
CREATE POLICY reading ON beraad.payload FOR SELECT TO beraad_lezen
    USING (org = (SELECT beraad.my_org()));
CREATE POLICY managing ON beraad.member TO beraad_beheren
    USING (org = (SELECT beraad.my_org())) WITH CHECK (org = (SELECT beraad.my_org()));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA beraad FROM PUBLIC;
GRANT USAGE ON SCHEMA beraad TO beraad_lezen;
GRANT SELECT ON beraad.layout, beraad.laptop, beraad.event, beraad.payload TO beraad_lezen;
GRANT EXECUTE ON FUNCTION beraad.my_org() TO beraad_lezen;
GRANT EXECUTE ON FUNCTION beraad.append(
    text, bigint, text, text, text[], text, text, text, text
) TO beraad_antwoorden;
GRANT SELECT, INSERT, DELETE ON beraad.member TO beraad_beheren;
