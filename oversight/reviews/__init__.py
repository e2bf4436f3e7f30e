"""What the pages of a review say: where it stands, by when what follows is due, and its letters."""
