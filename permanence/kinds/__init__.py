"""The kinds of fact of this floor: plans and their steps, reviews, visits, the child's voice."""
