"""Expected trouble: errors whose text is a sentence for people."""


class QuizError(Exception):
    """Something that can happen without anybody's fault; `str(error)` may be shown as it is."""


class UnknownQuestionError(QuizError, LookupError):
    """A question that is not in the bank (any more)."""
