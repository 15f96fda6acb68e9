"""What a careful reviewer would catch: rules over outlines and documents, and the problems they find."""
