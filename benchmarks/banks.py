"""Banks of any size for reading, every field of every question filled in."""

from pathlib import Path

_HEAD = """\
bank:
  id: measured
  title: A bank to be measured
  language: en-GB
  version: "1.0"
  licence: CC-BY-4.0
  author: Nobody
  reviewed: by nobody, in 2026
  notice: Made to be measured, not to be answered.

questions:
"""
_QUESTION = """\
  - id: question-{number}
    scenario: >-
      Branch {number} moves its payroll to a supplier's cloud. Each night the supplier backs up the pay data
      of branch {number}; it manages the storage as it fills, and loads new tax rates each spring.

      The branch bought the terminals, and its clerk enters the hours and checks every payslip herself.
    prompt: How will the supplier of branch {number} most likely describe what it offers?
    answer: {answer}
    strength: arguable
    reasons:
      - text: The supplier backs up the data of branch {number}.
        for: service
        cue: provider-involvement
        quote: backs up the pay data
        why: It goes on acting for branch {number} after supply, as the article says of payroll in the cloud.
      - text: Branch {number} bought the terminals.
        for: product
        cue: ownership-transfer
        quote: bought the terminals
        why: They belong to branch {number}; with nothing more to it, that would point to a product.
      - text: The clerk of branch {number} checks every payslip.
        cue: value-responsibility
        quote: checks every payslip
        why: Customers of a service do their part, too, and this is branch {number}’s.
      - text: The terminals of branch {number} can be touched.
        cue: tangibility
        why: >-
          The terminals of branch {number} are real things, so the whole may look like a product. The label
          service remains likely all the same.
    why: >-
      The supplier backs up the data of branch {number} every night and looks after the storage. Typically
      such interactions come with a payroll system in the cloud, so its provider will likely say service.
    claims: [A6, A7, A8]
    flips: If branch {number} did backups, storage and support itself, the view would point to a product.
    case_for_product: Branch {number} owns its terminals and creates the value alone, by using them.
    case_for_service: The supplier of branch {number} goes on acting, and shares in creating the value.
    pair: question-{twin}
    fact: fact-{number}
    topics: [payroll, cloud, "branch {number}"]
    level: 2
    notes: Ask the room who would do the backup of branch {number} if the supplier stopped tonight.
"""


def write_bank(path: Path, count: int) -> None:
    """Write a bank of an even number of verdicts, twins two and two."""
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for number in range(count):
            answer = ("product", "service")[number % 2]
            file.write(_QUESTION.format(number=number, twin=number ^ 1, answer=answer))
