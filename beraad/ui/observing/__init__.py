"""Looking along beside an oefening, and looking back; it knows no beraad and no register."""
