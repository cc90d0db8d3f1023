"""What the method of a standard does, proved by exact computation: for those who decide on weights and thresholds."""
