"""Paper that belongs to the method: forms to write on, blank or filled with what is known."""
