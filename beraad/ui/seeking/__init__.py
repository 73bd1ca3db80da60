"""For somebody who asks what is kept about them, and for who wants to know what was done."""
