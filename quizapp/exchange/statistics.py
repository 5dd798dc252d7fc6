"""What all rounds on a bank say about its questions: facility and discrimination, from first votes."""

from collections import Counter
from collections.abc import Sequence

from quizapp.domain.item_analysis import analysed
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.csv_text import csv_text
from quizapp.exchange.results import FIGURES, figures
from quizapp.exchange.words import stem

_HEADS = ("question", "revision", "text", "rounds", *FIGURES, "remark")


def statistics_csv(records: Sequence[RoundRecord]) -> str:
    """One row for each wording that was measured, the hardest first.

    Args:
        records: the rounds, the newest last.

    Returns:
        CSV as `csv_text` makes it. Another wording of a question has a row of its own; discrimination is
        empty below 20 voters, and said to be indicative below 50.
    """
    texts = {
        item.question: stem(record.bank.question(item.question.question_id))
        for record in records
        for item in record.round.items
    }
    rounds = Counter(
        question for record in records for question in {item.question for item in record.round.items}
    )
    found = sorted(analysed(records).values(), key=lambda each: (each.facility, each.question.question_id))
    return csv_text(
        _HEADS,
        [
            (
                each.question.question_id,
                each.question.revision,
                texts[each.question],
                rounds[each.question],
                *figures(each),
                "indicative" if each.is_indicative else "",
            )
            for each in found
        ],
    )
