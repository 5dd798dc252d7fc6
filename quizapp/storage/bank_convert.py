"""From checked entries to domain values."""

from quizapp.domain.bank import Bank, Cue, Definition, Misconception, Source, Vocabulary
from quizapp.domain.question import (
    DEFAULT_PROMPT,
    Choice,
    ChoiceStyle,
    Evidence,
    Option,
    Question,
    Side,
    Strength,
    Tempting,
    Verdict,
)
from quizapp.storage.bank_schema import (
    BankEntry,
    ChoiceEntry,
    SourceEntry,
    VerdictEntry,
    VocabularyEntry,
)

_SIDES = {side.value: side for side in Side}
_STRENGTHS = {strength.value: strength for strength in Strength}
_YES = frozenset({"yes", "true"})


def verdict_of(entry: VerdictEntry) -> Verdict:
    """The verdict that an entry describes."""
    answer = _SIDES[entry.answer]
    return Verdict(
        id=entry.id,
        scenario=entry.scenario,
        answer=answer,
        why=entry.why,
        prompt=entry.prompt or DEFAULT_PROMPT,
        strength=_STRENGTHS[entry.strength],
        evidence=tuple(
            Evidence(one.quote, one.cue, _SIDES[one.side] if one.side else answer) for one in entry.evidence
        ),
        not_deciding=tuple(entry.not_deciding),
        claims=tuple(entry.claims),
        tempting=tuple(Tempting(one.misconception, one.why) for one in entry.tempting),
        flips=entry.flips or "",
        case_for_product=entry.case_for_product or "",
        case_for_service=entry.case_for_service or "",
        pair=entry.pair or "",
        fact=entry.fact or "",
        notes=entry.notes or "",
        topics=tuple(entry.topics),
        level=int(entry.level) if entry.level else None,
    )


def choice_of(entry: ChoiceEntry) -> Choice:
    """The choice that an entry describes."""
    return Choice(
        id=entry.id,
        prompt=entry.prompt,
        options=tuple(Option(one.text, one.why, one.correct in _YES) for one in entry.options),
        style=ChoiceStyle(entry.style),
        statements=tuple(entry.statements),
        why=entry.why or "",
        claims=tuple(entry.claims),
        fact=entry.fact or "",
        notes=entry.notes or "",
        topics=tuple(entry.topics),
        level=int(entry.level) if entry.level else None,
    )


def vocabulary_of(entry: VocabularyEntry) -> Vocabulary:
    """The vocabulary that an entry describes."""
    source = entry.source or SourceEntry.model_construct()
    return Vocabulary(
        cues={
            name: Cue(
                id=name,
                name=cue.name,
                for_product=cue.for_product,
                for_service=cue.for_service,
                asks=cue.asks or "",
                claims=tuple(cue.claims),
                origin=cue.origin or "",
                supports_only=cue.supports_only in _YES,
            )
            for name, cue in entry.cues.items()
        },
        misconceptions={
            name: Misconception(name, one.name, one.because, tuple(one.claims))
            for name, one in entry.misconceptions.items()
        },
        claims=dict(entry.claims),
        source=Source(source.title or "", source.author or "", source.publisher or "", source.url or ""),
        definitions=tuple(
            Definition(_SIDES[one.of], one.text, one.origin, one.note or "", tuple(one.exams))
            for one in entry.definitions
        ),
    )


def bank_of(entry: BankEntry, questions: tuple[Question, ...], vocabulary: Vocabulary) -> Bank:
    """The bank that an entry describes, with its questions and vocabulary."""
    return Bank(
        id=entry.id,
        title=entry.title,
        questions=questions,
        vocabulary=vocabulary,
        language=entry.language,
        version=entry.version or "",
        licence=entry.licence or "",
        author=entry.author or "",
        reviewed=entry.reviewed or "",
        notice=entry.notice or "",
    )
