"""Speed, as ratios measured side by side within one run."""
