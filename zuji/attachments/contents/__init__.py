"""What a file is, told from its content: pure functions over bytes."""
