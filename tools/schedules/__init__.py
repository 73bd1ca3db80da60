"""Laptops of one municipality and a real server, through whatever can go wrong between them.

`happenings` are what a schedule is made of, `world` plays them and keeps a plain model beside it,
and `laws` says what has to hold when everybody has met. `make schedules` plays as many as you like.
"""
