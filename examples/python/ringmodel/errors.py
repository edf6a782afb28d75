"""The four kinds of error that the protocol knows."""


class ProtocolError(Exception):
    """An answer with ok = false. `kind` is one of unsupported, invalid, violation, internal."""

    kind = "internal"
    check = None


class Invalid(ProtocolError):
    """The request is malformed or refers to nothing."""

    kind = "invalid"


class Unsupported(ProtocolError):
    """The operation or option is not implemented."""

    kind = "unsupported"


class Violation(ProtocolError):
    """One of the assertions CHK-C1 ... CHK-C6 failed."""

    kind = "violation"

    def __init__(self, check, message):
        super().__init__(message)
        self.check = check
