"""Whether, as what, in which words and in which files one of the documents goes out."""
