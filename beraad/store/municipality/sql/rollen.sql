-- Het gemeentelijke register van Beraad: rollen.
--
-- Dit bestand mag zo vaak draaien als je wilt. Het heeft CREATEROLE nodig zolang een rol nog
-- ontbreekt, en daarna niets bijzonders meer. Geen van deze rollen kan zelf inloggen.
--
--   beraad_eigenaar    bezit de tabellen; alleen om de indeling te maken en bij te werken
--   beraad_lezen       leest wat de eigen gemeente schreef
--   beraad_antwoorden  leest, en voegt eigen regels toe; dit krijgt een laptop
--   beraad_beheren     kan dat ook, en zegt welke logins bij de eigen gemeente horen

DO $$
DECLARE
    wanted text;
    may_become text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY[
        'beraad_eigenaar', 'beraad_lezen', 'beraad_antwoorden', 'beraad_beheren'
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
    IF NOT pg_catalog.pg_has_role('beraad_antwoorden', 'beraad_lezen', 'USAGE') THEN
        GRANT beraad_lezen TO beraad_antwoorden;
    END IF;
    IF NOT pg_catalog.pg_has_role('beraad_beheren', 'beraad_antwoorden', 'USAGE') THEN
        GRANT beraad_antwoorden TO beraad_beheren;
    END IF;
    -- Vanaf PostgreSQL 16 is wie een rol maakt er beheerder van, maar mag hij hem nog niet aannemen.
    may_become := CASE
        WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER'
    END;
    IF NOT pg_catalog.pg_has_role(current_user, 'beraad_eigenaar', may_become) THEN
        EXECUTE format('GRANT beraad_eigenaar TO %I', current_user);
    END IF;
    IF pg_catalog.to_regnamespace('beraad') IS NULL THEN
        CREATE SCHEMA beraad AUTHORIZATION beraad_eigenaar;
    END IF;
    -- Wie geen van deze rollen heeft, komt de database niet in. Tijdelijke tabellen maakt niemand.
    IF EXISTS (
        SELECT FROM pg_catalog.pg_database
        WHERE datname = current_database() AND pg_catalog.pg_has_role(current_user, datdba, 'USAGE')
    ) THEN
        EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO beraad_lezen', current_database());
    END IF;
END
$$;
