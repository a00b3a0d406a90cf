"""What several articles share: passages, their changes, shares."""
