"""A question with everything that is to be said about it, as a room reads it afterwards."""

from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Question, Side, Strength, Verdict, is_arguable
from quizapp.exchange.bank_text import BankText, named
from quizapp.exchange.markup import Markup, element, joined, lines_of
from quizapp.exchange.words import LETTERS, OWNERS, SIDES, STRENGTHS


def asked(question: Question, writer: BankText, *, is_told: bool) -> Markup:
    """What is asked: the scenario, or the prompt of a choice with its statements and options.

    Args:
        question: it.
        writer: for the texts of its bank.
        is_told: whether what decides it may be shown: marked words in a scenario.
    """
    if isinstance(question, Verdict):
        scenario = writer.scenario(question) if is_told else writer.paragraphs(question.scenario, "scenario")
        return joined(scenario, writer.paragraphs(question.prompt))
    statements = [element("li", writer.inline(each)) for each in question.statements]
    listed = element("ol", *statements) if statements else Markup()
    return joined(writer.paragraphs(question.prompt, "scenario"), listed)


def verdict_line(question: Question, writer: BankText) -> Markup:
    """The right answer, and how firmly it stands."""
    if isinstance(question, Choice):
        option = writer.inline(question.options[question.key].text)
        return element("h3", f"Right: {LETTERS[question.key]}. ", option, class_="verdict")
    if is_arguable(question):
        side = named(question.answer)
        return element("h3", "Both answers can be argued, leaning to ", side, class_="verdict")
    return element("h3", named(question.answer), f" – {STRENGTHS[question.strength]}", class_="verdict")


def reasons(question: Question, writer: BankText) -> Markup:
    """What decides it, why the answer fits, what else was to be thought of, and what would change it."""
    if isinstance(question, Choice):
        return joined(_options(question, writer), writer.paragraphs(question.why), writer.claims(question))
    if question.strength is Strength.ARGUABLE:
        return _argued(question, writer)
    return joined(
        writer.facts(question, question.deciding, "What decides it"),
        writer.headed(f"Why {SIDES[question.answer]} fits", question.why),
        writer.claims(question),
        writer.facts(question, question.others, "The other facts"),
        writer.headed("What would change it", question.flips),
    )


def credits_of(bank: Bank, notice: str) -> Markup:
    """Whose argument and whose questions they are, and the notices."""
    writer = BankText.of(bank)
    is_cited = any(isinstance(question, Verdict) or question.claims for question in bank.questions)
    is_cited = is_cited and not _names(bank.notice, bank.vocabulary.source.title)
    argued = f"The argument is that of {writer.credit}, in our words." if is_cited and writer.credit else ""
    questions = ", ".join(part for part in (bank.title, bank.author, bank.licence) if part)
    told = "" if _names(bank.notice, *OWNERS) else notice
    lines = (argued, f"Questions: {questions}.", *lines_of(bank.notice), told)
    return joined(
        element("h2", "Where it comes from"),
        *(element("p", line, class_="quiet", dir="auto") for line in lines if line),
    )


def _names(notice: str, *names: str) -> bool:
    """Whether a bank's own notice names all of these already, so that nothing is said twice."""
    return all(name and name in notice for name in names)


def _argued(verdict: Verdict, writer: BankText) -> Markup:
    """Both cases, neither before the other but in the order of the sides."""
    return joined(
        *(writer.headed(f"The case for {SIDES[side]}", verdict.case_for(side)) for side in Side),
        writer.facts(verdict, verdict.deciding, "The facts for each"),
        writer.headed(f"Why it is arguable, leaning to {SIDES[verdict.answer]}", verdict.why),
        writer.claims(verdict),
        writer.facts(verdict, verdict.others, "What decides nothing here"),
        writer.headed("What would settle it", verdict.flips),
    )


def _options(choice: Choice, writer: BankText) -> Markup:
    """Every option with the reason why it is right or not."""
    lines = []
    for letter, option in zip(LETTERS, choice.options, strict=False):
        told = " (right)" if option.correct else ""
        head = element("b", f"{letter}. ", writer.inline(option.text), told)
        lines.append(writer.paragraph(joined(head, Markup("<br>"), writer.inline(option.why))))
    return joined(element("h3", "The options"), *lines)
