"""Language without news: spans, display, folding, words, find. Imports nothing above it."""
