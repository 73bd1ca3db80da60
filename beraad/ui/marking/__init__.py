"""Underlining, while somebody writes, what may identify a person."""
