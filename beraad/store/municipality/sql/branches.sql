-- Van deze laptops de laatste regel, en of die van de login van de vrager is.
SELECT l.device, l.login = session_user, coalesce(e.seq, 0), coalesce(e.mark, '')
FROM beraad.laptop l LEFT JOIN LATERAL (
    SELECT seq, mark FROM beraad.event
    WHERE org = l.org AND device = l.device ORDER BY seq DESC LIMIT 1
) e ON true
WHERE l.device = ANY (%s)
