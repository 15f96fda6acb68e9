"""What a paper of its kind has."""
