"""Expected trouble: errors whose text is a sentence for people."""


class QuizError(Exception):
    """Something that can happen without anybody's fault; `str(error)` may be shown as it is.

    Attributes:
        cause: what is wrong, in a sentence without what to do about it; empty where none stands alone.
        can_be_replaced: whether it would be over with another file of answers in the place of this one.
    """

    can_be_replaced = False

    cause = ""


class UnknownQuestionError(QuizError, LookupError):
    """A question that is not in the bank (any more)."""
