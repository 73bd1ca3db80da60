-- Van deze laptops de laatste regel, of die van de login van de vrager is, en of er regels opzijgezet
-- zijn: dan komt er niets meer bij.
SELECT l.device, l.login = session_user, coalesce(e.seq, 0), coalesce(e.mark, ''), a.seq IS NOT NULL
FROM beraad.laptop l LEFT JOIN beraad.aside a USING (org, device) LEFT JOIN LATERAL (
    SELECT seq, mark FROM beraad.event
    WHERE org = l.org AND device = l.device AND (a.seq IS NULL OR seq < a.seq)
    ORDER BY seq DESC LIMIT 1
) e ON true
WHERE l.device = ANY (%s)
