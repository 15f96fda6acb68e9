"""``python -m drafter``: the command line. The guard lets worker processes import this file again."""

from drafter.cli import main

if __name__ == "__main__":
    main()
