"""What is wrong with a bundle."""


class Problem(Exception):
    """A check failed; `code` is its name. The line is added where it is known."""

    def __init__(self, code, message="", line=None):
        super().__init__(message)
        self.code = code
        self.line = line
