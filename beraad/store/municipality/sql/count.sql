-- Hoeveel dat er zijn.
SELECT coalesce(sum(greatest(0, last.seq - coalesce(had.seq, 0))), 0)
FROM beraad.laptop l LEFT JOIN LATERAL (
    SELECT max(e.seq) AS seq
    FROM unnest(%s::text[], %s::bigint[], %s::text[]) AS h (device, seq, mark)
    JOIN beraad.event e
        ON e.org = l.org AND e.device = h.device AND e.seq = h.seq AND e.mark = h.mark
    WHERE h.device = l.device
) had ON true
JOIN LATERAL (
    SELECT max(sound.seq) AS seq
    FROM beraad.event sound LEFT JOIN beraad.aside a USING (org, device)
    WHERE sound.org = l.org AND sound.device = l.device AND (a.seq IS NULL OR sound.seq < a.seq)
) last ON true
