"""What people say about waits."""
