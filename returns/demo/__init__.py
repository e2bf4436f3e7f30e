"""A made-up council, of the size and shape of the published figures, that is always alive."""

from returns.demo.generator import Population, generate, make_up

__all__ = ["Population", "generate", "make_up"]
