"""`python3 -m dev COMMAND`: what the Makefile calls."""

import importlib
import sys

from dev.steps import complain, say
from dev.trouble import Trouble

COMMANDS = {
    "setup": "dev.preparing:setup",
    "tools": "dev.preparing:tools",
    "assets": "dev.preparing:image",
    "demo": "dev.serving:demo",
    "check": "dev.checks:check",
    "stop": "dev.ending:stop",
    "clean": "dev.ending:clean",
    "requirements": "dev.pinning:pin",
}


def main(words: list[str]) -> int:
    if words[:1] not in [[name] for name in COMMANDS]:
        say(f"Say one of: {', '.join(COMMANDS)}")
        return 2
    module, function = COMMANDS[words[0]].split(":")
    try:
        return getattr(importlib.import_module(module), function)()
    except Trouble as trouble:
        return complain(trouble)
    except OSError as error:
        if not error.filename:
            raise
        return complain(Trouble(f"{error.filename}: {error.strerror}. Is it this user's to write?"))
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
