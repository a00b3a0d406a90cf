"""The commands that never open the interface: their arguments, and what goes to which stream."""
