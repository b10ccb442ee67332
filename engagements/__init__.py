"""What passes between partners: meetings, agreements, commitments."""
