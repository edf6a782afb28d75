"""Your implementation: what it is called, what it can do, and one function for each operation."""

NAME = "my market"
VERSION = "0.1.0"
ARITHMETIC = "decimal"

# What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
CAPABILITIES = []


class Invalid(Exception):
    """Raise this for a request that is malformed or speaks of nothing, with what and where."""


def kernel(request):
    """A dealer's quotes, from its position alone: the first thing to do. KER-01 ... KER-12."""
    raise NotImplementedError("the kernel is not there yet")


# The operation's name in a request, and the function that answers it.
OPERATIONS = {"kernel": kernel}
