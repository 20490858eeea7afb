"""What is measured, and how: worlds of any size loaded into each engine, and the hand-written yardsticks."""
