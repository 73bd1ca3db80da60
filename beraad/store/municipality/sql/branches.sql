-- Van deze laptops de laatste regel, en of die van de login van de vrager is en er meer bij mag: niet
-- als er regels opzijgezet zijn.
SELECT l.device, l.login = session_user AND a.seq IS NULL, coalesce(e.seq, 0), coalesce(e.mark, '')
FROM beraad.laptop l LEFT JOIN beraad.aside a USING (org, device) LEFT JOIN LATERAL (
    SELECT seq, mark FROM beraad.event
    WHERE org = l.org AND device = l.device AND (a.seq IS NULL OR seq < a.seq)
    ORDER BY seq DESC LIMIT 1
) e ON true
WHERE l.device = ANY (%s)
