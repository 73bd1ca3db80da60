"""Backups (reservekopieën): made, thinned, compared with what is there, and put back.

A moment is one short list (`stand-….json`) of which files there were, and which copy holds each. A
file that did not change is not copied again: two moments name the same copy.
"""
