TERM = """
term AS (
    SELECT approval.*, from_on, last_on, least(last_on + 1, ends_on) AS until
    FROM approval
    CROSS JOIN LATERAL (VALUES
        (starts_on, CASE WHEN extended_on <= expires_on + 1 THEN until_on ELSE expires_on END),
        (CASE WHEN extended_on > expires_on + 1 THEN extended_on END, until_on)
    ) AS terms (from_on, last_on)
    WHERE from_on <= last_on AND coalesce(from_on < ends_on, true)
)"""
"""`term`: the days on which a temporary approval, the only kind that expires, holds: from `from_on`
to the eve of `until`. Extended after it had run out it holds again only from that day."""
