"""Paper: forms to print, and a page to type in what was written on them."""
