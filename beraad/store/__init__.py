"""Where beraden are kept: one SQLite file for each, and a register of signals.

`places`, `catalog` and `register_summary` are light, for the start screen; `session_file` and
`register` bring SQLModel along.
"""
