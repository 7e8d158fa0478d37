"""From claims and links to incidents, sides, origins, disputes and pledges."""
