"""From a document that was read to files: which, as what, in which form, and where to."""
