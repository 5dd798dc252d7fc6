"""Topics as all pages name and order them."""

from collections import Counter

from quizapp.domain.bank import Bank


def topics_of(bank: Bank) -> tuple[str, ...]:
    """The topics of a bank, those of most questions first."""
    counts = Counter(topic for question in bank.questions for topic in question.topics)
    return tuple(topic for topic, _ in counts.most_common())


def shown_topic(topic: str) -> str:
    """A topic with a capital at its beginning; one that has capitals stays as its author wrote it."""
    return topic[:1].upper() + topic[1:] if topic.islower() else topic
