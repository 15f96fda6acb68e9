"""What only an outline can be asked."""
