"""`override` for Qt's virtual methods, without importing typing_extensions at start."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
elif sys.version_info >= (3, 12):
    from typing import override
else:

    def override(method):  # noqa: ANN001, ANN201 - the checkers never read this branch
        """Mark a method as replacing one of its base class."""
        return method


__all__ = ["override"]
