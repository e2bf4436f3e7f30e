"""What became of the children of a cohort: read from the facts, counted in weeks, said in words."""
