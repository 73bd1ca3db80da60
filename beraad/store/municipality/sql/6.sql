-- Het gemeentelijke register van Beraad: indeling 6, regels opzijzetten.
--
-- Draait als beraad_eigenaar. Klopt een regel niet, dan neemt geen laptop die regel over, en ook niet
-- wat dezelfde laptop daarna schreef. Wie beheert, zet dat opzij: het blijft staan, en gaat naar
-- niemand meer. De laptop zelf gaat verder onder een nieuw kenmerk, met wat hij had geschreven.

CREATE TABLE beraad.aside (
    org text NOT NULL,
    device text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    login name NOT NULL,
    set_aside_at timestamptz NOT NULL,
    PRIMARY KEY (org, device),
    FOREIGN KEY (org, device, seq) REFERENCES beraad.event
);

-- Zet van deze laptop (het hele kenmerk, of het begin ervan) deze regel en alles erna opzij; zegt
-- hoeveel regels dat zijn. Geen regel, of meer dan één laptop die zo begint: niets (BR006).
CREATE FUNCTION beraad.set_aside(its_device text, its_seq bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    found_devices text[] := ARRAY(
        SELECT e.device FROM beraad.event e
        WHERE e.org = beraad.my_org() AND e.seq = its_seq AND starts_with(e.device, its_device)
    );
BEGIN
    IF cardinality(found_devices) <> 1 OR length(its_device) < 8 THEN
        RAISE EXCEPTION 'niet precies één laptop met deze regel' USING ERRCODE = 'BR006';
    END IF;
    INSERT INTO beraad.aside AS a
        VALUES (beraad.my_org(), found_devices[1], its_seq, session_user, now())
        ON CONFLICT (org, device) DO UPDATE
            SET seq = EXCLUDED.seq, login = EXCLUDED.login, set_aside_at = EXCLUDED.set_aside_at
            WHERE a.seq > EXCLUDED.seq;
    RETURN (
        SELECT count(*) FROM beraad.event e JOIN beraad.aside a USING (org, device)
        WHERE e.org = beraad.my_org() AND e.device = found_devices[1] AND e.seq >= a.seq
    );
END
$$;

ALTER TABLE beraad.aside ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.aside FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON beraad.aside TO beraad_eigenaar USING (org = (SELECT beraad.my_org()));
CREATE POLICY reading ON beraad.aside FOR SELECT TO beraad_lezen
    USING (org = (SELECT beraad.my_org()));

REVOKE ALL ON FUNCTION beraad.set_aside(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION beraad.set_aside(text, bigint) TO beraad_beheren;
GRANT SELECT ON beraad.aside TO beraad_lezen;
