"""Values and widths to rows. Pure: no widget, no app."""
