"""Home, navigation and the board: pages that draw on several apps."""
