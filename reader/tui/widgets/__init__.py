"""Widgets that paint rows and announce what happened."""
