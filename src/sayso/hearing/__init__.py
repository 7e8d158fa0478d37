"""Hears the decisions of people on the texts as they stand: all of them, or what is new since they were heard last."""
