"""What is bought together and often."""
