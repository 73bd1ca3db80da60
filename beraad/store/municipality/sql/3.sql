-- Het gemeentelijke register van Beraad: indeling 3, wie wat wiste en wie erbij mag.
--
-- Draait als beraad_eigenaar. Wat er staat, blijft; een regel van vroeger die hier niet door zou
-- komen ook. Laptops slaan die over en zeggen het.

-- `seen` is een gewone rij kenmerken: geen lege plaatsen, geen rijen in rijen, geen twee in één.
ALTER TABLE beraad.event DROP CONSTRAINT event_seen_check;
ALTER TABLE beraad.event ADD CONSTRAINT event_seen_check CHECK (
    cardinality(seen) <= 64
    AND coalesce(array_ndims(seen), 1) = 1
    AND coalesce(array_lower(seen, 1), 1) = 1
    AND array_to_string(seen, ',', '?') ~ '^([0-9a-f]{32}(,[0-9a-f]{32})*)?$'
    AND length(array_to_string(seen, ',', '?')) = greatest(33 * cardinality(seen) - 1, 0)
) NOT VALID;

-- Welke login een signaal wiste, en wanneer. Iedereen die schrijft mag wissen, want een naam moet
-- weg kunnen zodra iemand hem ziet; beraad_beheren leest hier wie het deed.
CREATE TABLE beraad.erasing (
    org text NOT NULL,
    device text NOT NULL,
    seq bigint NOT NULL,
    login name NOT NULL,
    erased_at timestamptz NOT NULL,
    PRIMARY KEY (org, device, seq),
    FOREIGN KEY (org, device, seq) REFERENCES beraad.event
);

CREATE OR REPLACE FUNCTION beraad.wipe() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    DELETE FROM beraad.payload p USING beraad.event e
        WHERE e.org = NEW.org AND e.entity = NEW.entity
            AND p.org = e.org AND p.device = e.device AND p.seq = e.seq;
    INSERT INTO beraad.erasing VALUES (NEW.org, NEW.device, NEW.seq, session_user, now());
    RETURN NULL;
END
$$;

-- Of een login bij een gemeente mag komen: hij bestaat, heeft een van onze rollen en kan verder
-- niets bijzonders. Zo legt niemand beslag op een naam die er nog niet is.
CREATE FUNCTION beraad.may_join(its_login name) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    SELECT EXISTS (
        SELECT FROM pg_roles
        WHERE rolname = its_login AND rolcanlogin
            AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
            AND pg_has_role(oid, 'beraad_lezen', 'MEMBER')
            AND NOT pg_has_role(oid, 'beraad_eigenaar', 'MEMBER')
    )
    $$;

ALTER TABLE beraad.erasing ENABLE ROW LEVEL SECURITY;
ALTER TABLE beraad.erasing FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON beraad.erasing TO beraad_eigenaar USING (org = (SELECT beraad.my_org()));
CREATE POLICY managing ON beraad.erasing FOR SELECT TO beraad_beheren
    USING (org = (SELECT beraad.my_org()));
ALTER POLICY managing ON beraad.member USING (org = (SELECT beraad.my_org()))
    WITH CHECK (org = (SELECT beraad.my_org()) AND beraad.may_join(login));

REVOKE ALL ON FUNCTION beraad.may_join(name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION beraad.may_join(name) TO beraad_beheren;
GRANT SELECT ON beraad.erasing TO beraad_beheren;
