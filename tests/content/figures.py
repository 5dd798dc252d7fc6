"""What there is to say of verdicts and choices, line by line: how even they are, and what gives them away."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from random import Random
from statistics import fmean

from quizapp.domain.bank import Vocabulary
from quizapp.domain.content import word_shares
from quizapp.domain.question import Choice, Side, Strength, Verdict
from quizapp.domain.reasons import OFFERED
from tests.content import giveaways, guessers, habits
from tests.content.giveaways import accuracy, bernoulli, multinomial

WHOLE_BANK = 60
"""Verdicts from which on a draft is measured like a whole bank."""

SUPPORT = {True: 12, False: 5}
"""Scenarios a word must stand in to be told of, in a whole bank and in less."""

LEAST_TEXTS = 5
"""Texts a word must stand in to be told of as one of those farthest from chance."""

SHUFFLES = 50
SHOWN = 12


def verdict_figures(asked: Sequence[Verdict], vocabulary: Vocabulary) -> Iterator[str]:
    """What there is to say of some verdicts."""
    support = SUPPORT[len(asked) >= WHOLE_BANK]
    for figures in (
        counts(asked),
        kinds(asked, vocabulary),
        fact_figures(asked, vocabulary),
        scenario_figures(asked, support),
        words(asked, LEAST_TEXTS),
        opening_figures(asked),
        lengths(asked),
        uses(asked, vocabulary),
    ):
        yield from figures


def counts(asked: Sequence[Verdict]) -> Iterator[str]:
    """How many of each sort."""
    yield f"\n{len(asked)} verdicts"
    numbers = Counter((each.strength, each.answer) for each in asked)
    for strength in Strength:
        own = [numbers[strength, side] for side in Side]
        yield f"  {strength:9} {own[0]:3} product {own[1]:3} service {sum(own) / len(asked):5.0%}"
    products = sum(each.answer is Side.PRODUCT for each in asked)
    twins = habits.pairs(asked)
    yield f"  product {products / len(asked):.0%}; {len(twins)} pairs, {len(asked) - 2 * len(twins)} singles"


def kinds(asked: Sequence[Verdict], vocabulary: Vocabulary) -> Iterator[str]:
    """Which kinds of reason decide, and where they are wrong."""
    number = len(habits.with_answer(asked)) or 1
    yield f"\nKinds in the {number} decided (at most 40 % decides, 20 % alone)"
    yield f"  {'':24}  decides       alone     wrong under product  service"
    for use in habits.uses_of_kinds(asked, vocabulary):
        product, service = use.wrong.values()
        shares = f"{use.decides:4} {use.decides / number:5.0%}  {use.alone:4} {use.alone / number:5.0%}"
        yield f"  {use.kind:24}{shares}  {product:17} {service:8}"
    wrong = Counter(habits.misconceptions(each, vocabulary) for each in asked)
    none = f"none in {wrong[0] / len(asked):.0%}"
    yield f"  misconceptions in a question: {_listed(sorted(wrong.items()))}; {none}"
    many = [each.id for each in asked if habits.misconceptions(each, vocabulary) > 1]
    yield f"  with more than one: {', '.join(many) or 'none'}"


def fact_figures(asked: Sequence[Verdict], vocabulary: Vocabulary) -> Iterator[str]:
    """Who finds the deciding fact by a pattern."""
    steps = guessers.steps_of(asked, vocabulary)
    if len(steps) < 2:
        return
    found = guessers.successes(steps)
    yield f"\nFact that decides, {len(steps)} steps, blind {guessers.by_luck(steps):.1%} (best at most 40 %)"
    for name, share in sorted(found.items(), key=lambda each: -each[1]):
        yield f"  {name:32} {share:.1%}"
    luck = guessers.best_on_random_labels(steps, SHUFFLES, Random(1))
    high = luck[round(0.95 * SHUFFLES) - 1]
    yield f"  best of them where labels are random: mean {fmean(luck):.1%}, 95 % of times up to {high:.1%}"
    few = [each.id for each in habits.with_answer(asked) if len(each.others) < OFFERED - 1]
    yield f"  with fewer than three wrong facts: {', '.join(few) or 'none'}"
    yield "\nVerdict told from wrong facts (at most 66 %)"
    for name, look in giveaways.OTHERS.items():
        yield f"  {name:32} {_accuracies(giveaways.seen(asked, look))}"
    yield f"  {'(words of all facts)':32} {_accuracies(giveaways.seen(asked, giveaways.words_of_facts))}"


def scenario_figures(asked: Sequence[Verdict], support: int) -> Iterator[str]:
    """Who finds the verdict by the words of the scenarios."""
    scenarios = [giveaways.Scenario.of(each) for each in habits.with_answer(asked)]
    if not scenarios:
        return
    yield "\nVerdict told from scenarios (at most 65 %)"
    yield f"  {'words':32} {_accuracies(scenarios)}"
    yield f"  {'length rule':32} {giveaways.length_rule(scenarios):.1%}"
    twins = [habits.common_words(first.scenario, second.scenario) for first, second in habits.pairs(asked)]
    if twins:
        yield f"  twins share {fmean(twins):.0%} of their words on average, at most {max(twins):.0%}"
    yield f"  words in {support} or more scenarios (at most 85 %): " + ", ".join(
        f"{each.word} {each.share:.0%} of {each.support} {each.side}"
        for each in word_shares(habits.with_answer(asked), support)[:SHOWN]
    )


def words(asked: Sequence[Verdict], support: int) -> Iterator[str]:
    """Words that tell whether a fact decides, and those that tell the answer of a scenario."""
    yield f"\nTelling words, those farthest from chance first ({support} or more; {SHOWN} of each)"
    decided = habits.with_answer(asked)
    own = {side: [each for each in decided if each.answer is side] for side in Side}
    for heading, labels, texts in (
        ("facts", ("decide", "do not"), habits.words_of_facts(decided)),
        ("facts under product", ("decide", "do not"), habits.words_of_facts(own[Side.PRODUCT])),
        ("facts under service", ("decide", "do not"), habits.words_of_facts(own[Side.SERVICE])),
        ("scenarios", ("product", "service"), habits.words_of_scenarios(decided)),
    ):
        telling = habits.telling_words(texts, support)
        yield f"  {heading}, {labels[0]}: {_telling(each for each in telling if each.surprise > 0)}"
        yield f"  {heading}, {labels[1]}: {_telling(each for each in telling if each.surprise < 0)}"


def _telling(found: Iterable[habits.Telling]) -> str:
    """Words with how many of the texts they stand in have the first label."""
    return ", ".join(f"{each.word} {each.hits}/{each.number}" for each in islice(found, SHOWN))


def opening_figures(asked: Sequence[Verdict]) -> Iterator[str]:
    """How texts begin."""
    yield "\nOpenings (at most 20 % of why, of flips, of notes)"
    texts = {
        "why": [each.why for each in asked],
        "flips": [each.flips for each in asked],
        "notes": [each.notes for each in asked],
        "reasons’ why": [reason.why for each in asked for reason in each.reasons],
        "facts": [reason.text for each in asked for reason in each.reasons],
        "scenarios": [each.scenario for each in asked],
    }
    for name, own in texts.items():
        shares = habits.openings(own)
        told = ", ".join(f"“{opening}” {share:.0%}" for opening, share in shares[:5])
        yield f"  {name} ({sum(map(bool, own))}): {told}"


def lengths(asked: Sequence[Verdict]) -> Iterator[str]:
    """Which texts are too long, and how long facts are."""
    excess = [each for verdict in asked for each in habits.too_long(verdict)]
    yield f"\nToo long for one screen: {len(excess)}"
    for each in excess:
        most = f"{each.room.words} and {each.room.characters}"
        yield f"  {each.question} {each.name}: {each.words} words, {each.characters} characters, not {most}"
    decided = [each for each in habits.with_answer(asked) if each.deciding and each.others]
    if not decided:
        return
    right = {each.id: [len(reason.text) for reason in each.deciding] for each in decided}
    wrong = {each.id: [len(reason.text) for reason in each.others] for each in decided}
    means = [fmean(chain.from_iterable(lengths.values())) for lengths in (right, wrong)]
    yield f"Characters of facts that decide: {means[0]:.1f} on average, of others {means[1]:.1f}"
    longer = [name for name in right if min(right[name]) > max(wrong[name])]
    yield f"  every fact that decides is longer than all others: {', '.join(longer) or 'none'}"
    shorter = [name for name in right if max(right[name]) < min(wrong[name])]
    yield f"  every fact that decides is shorter than all others: {', '.join(shorter) or 'none'}"


def uses(asked: Sequence[Verdict], vocabulary: Vocabulary) -> Iterator[str]:
    """Which claims and topics come up."""
    cited = Counter(claim for each in asked for claim in each.claims)
    missing = [claim for claim in vocabulary.claims if not cited[claim]]
    yield f"\nClaims: {_listed((claim, cited[claim]) for claim in vocabulary.claims)}"
    yield f"  never cited: {', '.join(missing) or 'none'}"
    topics = Counter(topic for each in asked for topic in each.topics)
    yield f"Topics ({len(topics)}): {_listed(topics.most_common())}"
    yield f"Notes for the room: {sum(bool(each.notes) for each in asked)}"


def choice_figures(choices: Sequence[Choice]) -> Iterator[str]:
    """What there is to say of some choices."""
    yield f"\n{len(choices)} choices: {_listed(Counter(each.style for each in choices).items())}"
    yield f"  right option longest {giveaways.longest_keys(choices):.0%} (15 to 35 %)"
    right, wrong = giveaways.absolutes(choices)
    yield f"  absolute words in {right:.0%} of right, {wrong:.0%} of wrong options (at most 8 points apart)"
    yield f"  right option at {_listed(sorted(Counter(each.key + 1 for each in choices).items()))}"
    topics = Counter(topic for each in choices for topic in each.topics)
    yield f"  topics: {_listed(topics.most_common())}"


def _accuracies(bags: Sequence[giveaways.Scenario]) -> str:
    if len({bag.side for bag in bags}) < len(Side):
        return "too few"
    return ", ".join(f"{accuracy(bags, model):.1%}" for model in (multinomial, bernoulli))


def _listed(numbers: Iterable[tuple[object, object]]) -> str:
    return ", ".join(f"{name} {number}" for name, number in numbers)
