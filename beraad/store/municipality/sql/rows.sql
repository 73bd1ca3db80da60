-- Wat er van elke laptop is voorbij wat de vrager al heeft: per laptop een nummer met een kenmerk.
-- Wat opzijgezet is, gaat naar niemand.
SELECT e.device, e.seq, e.kind, e.entity, e.seen, e.prev, e.payload_mark, e.mark, p.payload
FROM beraad.laptop l LEFT JOIN LATERAL (
    SELECT max(e.seq) AS seq
    FROM unnest(%s::text[], %s::bigint[], %s::text[]) AS h (device, seq, mark)
    JOIN beraad.event e
        ON e.org = l.org AND e.device = h.device AND e.seq = h.seq AND e.mark = h.mark
    WHERE h.device = l.device
) had ON true
JOIN beraad.event e ON e.org = l.org AND e.device = l.device AND e.seq > coalesce(had.seq, 0)
LEFT JOIN beraad.aside a ON a.org = l.org AND a.device = l.device
LEFT JOIN beraad.payload p ON p.org = e.org AND p.device = e.device AND p.seq = e.seq
WHERE (%s::text[] IS NULL OR l.device = ANY (%s::text[])) AND (a.seq IS NULL OR e.seq < a.seq)
ORDER BY e.device, e.seq
