"""The register of a municipality, in PostgreSQL: the same events, by way of a server.

`place` reads an address, `secret` finds the password, `layout` makes and lifts the tables, and
`server` is what laptops talk to. Only `connecting` knows psycopg, and imports it when it is used.
"""
