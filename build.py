"""The same command as the console script `changlai`."""

import sys

from changlai.cli import main

if __name__ == "__main__":
    sys.exit(main())
