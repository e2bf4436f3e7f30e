"""`make mutants`: break every clock in every small way, and print what the examples noticed."""

import argparse
import os
import sys

from tests.bench.database import fresh_database

WANTED = 85
"""Per cent of the mutants that the examples must notice."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("clocks", nargs="*", help="codes of clocks (all, where none is named)")
    parser.add_argument("--survivors", action="store_true", help="print those nobody noticed")
    chosen = parser.parse_args()
    with fresh_database(f"casetrack_mutants_{os.getpid()}"):
        import django

        django.setup()
        from tests.mutants.trial import Trial

        trial = Trial(chosen.clocks)
        killed = tried = 0
        for code, survivors, of in trial.run():
            killed, tried = killed + of - len(survivors), tried + of
            print(f"{code}: {of - len(survivors)} of {of}")
            for words in survivors if chosen.survivors else ():
                print(f"    {words}")
    share = 100 * killed / tried
    print(f"{killed:,} of {tried:,} mutants noticed: {share:.1f} %")
    sys.exit(share < WANTED)


if __name__ == "__main__":
    main()
