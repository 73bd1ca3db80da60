"""Work beside the window: the only place where anything runs in another thread.

`OneAtATime` does one thing and refuses a second meanwhile; `LatestWish` drops what is no longer
asked for. Work gets values and gives back a value; of the window it knows an `Asker` only.
"""
