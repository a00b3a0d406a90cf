"""The first picture of the last time, shown again while the program loads. It imports nothing of the rest."""
