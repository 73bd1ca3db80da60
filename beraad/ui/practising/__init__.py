"""Practising: choosing a case and the ronde to begin at, and looking back beside the case."""
