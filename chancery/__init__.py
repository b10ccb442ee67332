"""The project package: plumbing without one domain word."""
