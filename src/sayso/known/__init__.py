"""What is known beforehand: packs of names and places, and the gazetteer."""
