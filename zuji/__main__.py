"""`python -m zuji`: the same as the `zuji` command."""

import sys

from zuji.operations.main import main

if __name__ == "__main__":
    sys.exit(main())
