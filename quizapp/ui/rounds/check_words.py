"""What a trainer should know before the room comes in, as sentences."""

from PySide6.QtCore import QObject

from quizapp.domain.mixing import TWIN_GAP, twin_of
from quizapp.domain.question import Question
from quizapp.domain.round_plan import Answering
from quizapp.ui.rounds.question_facts import LONGEST_ON_WALL, word_count
from quizapp.ui.rounds.rounds_view import CheckView


class CheckWords(QObject):
    """Warnings; none of them keeps a round from starting."""

    def warnings(self, view: CheckView) -> list[str]:
        """All that is worth a look in a plan."""
        questions = [view.bank.question(ref.question_id) for ref in view.plan.questions]
        said = [self._long(questions), self._twins(questions), self._room(view), self._warm_up(view)]
        return [sentence for sentence in said if sentence]

    def _long(self, questions: list[Question]) -> str:
        places = [place for place, each in enumerate(questions, 1) if word_count(each) > LONGEST_ON_WALL]
        if not places:
            return ""
        if len(places) == 1:
            return self.tr("Question {place} has over {most} words: the wall shows it in pages.").format(
                place=places[0], most=LONGEST_ON_WALL
            )
        return self.tr("Questions {places} have over {most} words: the wall shows them in pages.").format(
            places=", ".join(map(str, places)), most=LONGEST_ON_WALL
        )

    def _twins(self, questions: list[Question]) -> str:
        """The first two twins so close to each other that one may give the other away."""
        places = {question.id: place for place, question in enumerate(questions, 1)}
        for place, question in enumerate(questions, 1):
            twin = places.get(twin_of(question), 0)
            if place < twin < place + TWIN_GAP:
                return self.tr("Questions {one} and {other} are twins: one may give the other away.").format(
                    one=place, other=twin
                )
        return ""

    def _room(self, view: CheckView) -> str:
        if view.plan.answering is not Answering.HANDS or view.plan.room:
            return ""
        return self.tr("Nobody counted the room, so nobody will know who did not vote.")

    def _warm_up(self, view: CheckView) -> str:
        only = view.plan.warm_up and len(view.plan.questions) == 1
        return self.tr("The only question is a warm-up, worth nothing.") if only else ""
