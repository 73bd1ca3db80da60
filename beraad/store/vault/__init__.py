"""The vault: a ring of keys in the folder, opened by a password or by a key on paper.

Standard parts only: argon2id, AES-GCM and HKDF of OpenSSL. From the bottom up: `paper` and
`phrases` (what a person keeps), `sealing` (one way to wrap), `form` (the ring as a file), `ring`
(the keys, kept on disk), `opening` (setting up, unlocking, changing), `lifting`.
"""
