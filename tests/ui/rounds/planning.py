"""A small bank with everything that a plan looks at: twins, an arguable one, a choice, a long one."""

from dataclasses import replace

from quizapp.domain.question import Side
from tests.domain.examples import arguable, bank, choice, verdict

LONG = replace(verdict(name="long"), scenario="A word " * 50, topics=("data",))
TWINS = (
    replace(verdict(name="one"), pair="two"),
    replace(verdict(Side.PRODUCT, "two"), pair="one", scenario="A buyer runs all of it alone. Nobody helps."),
)
BANK = bank(*TWINS, choice(), arguable(), LONG)
