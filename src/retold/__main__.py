"""`python -m retold`: the same as the command `retold`."""

from retold.cli import main

if __name__ == "__main__":
    main()
