"""How things look in a terminal, and in a pipe, where nothing is cut off."""
