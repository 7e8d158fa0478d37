"""What a language needs: words and rules as data, read by code that knows no language."""
