"""An error presenter that remembers what it was given, for tests of controllers."""

from quizapp.ui.errors import ErrorPresenter


class Presented(ErrorPresenter):
    """Shows nothing, and mends nothing.

    Attributes:
        told: what would have been shown, in order.
    """

    def __init__(self) -> None:
        self.told: list[object] = []
        super().__init__(self.told.append, self.told.append)

    @property
    def sentences(self) -> list[str]:
        """What people would have read."""
        return [str(trouble) for trouble in self.told]
