"""Looks things up in a ledger as it stands: by id, name or filter, as lists, flat tables and answers in SQL."""
