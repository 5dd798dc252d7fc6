"""Reading on behind a syntax error: it loses the question it stands in and no other.

A text that cannot be parsed whole is cut into pieces by its lines, and walked from the broken one on piece by
piece; what cannot be read is named by its lines.
"""

from bisect import bisect_left

import yaml
from yaml import events as ev

from quizapp.storage.banks import messages, syntax
from quizapp.storage.banks.layout import Kind, Layout, Piece
from quizapp.storage.banks.parsing import (
    QUESTIONS,
    CutError,
    EventWalk,
    MissingLibyamlError,
    StrayError,
    repeated_name,
)
from quizapp.storage.banks.problems import Fault, Findings, Place, Progress
from quizapp.storage.banks.tree import Fields, Items, Node, Tree


def walk(
    text: str, findings: Findings, progress: Progress | None = None, *, suspect: Place | None = None
) -> Tree:
    """Walks over a text; what is wrong with it goes to the findings.

    Args:
        text: the file, with line feeds at the ends of lines and without forbidden characters.
        findings: takes the problems.
        progress: is told now and then which part of the text is read, from 0 to 1.
        suspect: where a question begins from which on the text is walked piece by piece, even if it can
            be parsed whole.

    Raises:
        MissingLibyamlError: when PyYAML was installed without libyaml.
    """
    if not yaml.__with_libyaml__:
        raise MissingLibyamlError("PyYAML is installed without libyaml; install one that has it.")
    return _Walk(text, findings, progress).run(suspect)


class _Walk(EventWalk):
    """A walk over a whole text, and after a syntax error over its pieces."""

    def __init__(self, text: str, findings: Findings, progress: Progress | None) -> None:
        super().__init__(text, findings, progress)
        self._since = findings.checkpoint()
        self._list: Items | None = None

    def run(self, suspect: Place | None) -> Tree:
        """The whole walk."""
        tree = self._tree
        try:
            self._run(suspect)
        except CutError:
            tree.cut = True
        tree.root = self._document[0] if self._document else None
        return tree

    def _run(self, suspect: Place | None) -> None:
        try:
            self._check_directives(0)
            self._events()
        except StrayError as error:
            self._recover(error.fault, error.place)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._recover(*syntax.explain(error, self._text))
        else:
            if suspect is not None:
                self._go_on(Layout(self._whole), self._index(suspect))

    # -- after a syntax error --------------------------------------------------------------------

    def _recover(self, fault: Fault, place: Place | None) -> None:
        """Goes on behind the piece of the file that cannot be read."""
        layout = Layout(self._whole)
        root = self._document[0] if self._document else None
        if not layout.pieces or not isinstance(root, Fields | None):
            last = self._whole.count("\n") + (not self._whole.endswith("\n"))
            self._report_unread(fault, place, (min(place[0], last) if place else 1, last))
            raise CutError
        places = (place, self._open_place(), self._stray_field(layout))
        if not self._go_on(layout, min(map(self._index, places)), (fault, place)):
            self._lose(layout, fault, place)

    def _open_place(self) -> Place | None:
        """Where the question that was being read begins, or the field on top if it was no question."""
        containers = [*self._stack, self._node][2:4]
        if not containers:
            return None
        is_question = self._document[0].get("questions") is containers[0]
        return self._tree.place(containers[-1 if is_question else 0].start)

    def _stray_field(self, layout: Layout) -> Place | None:
        """Where a field on top stands among the questions: it belongs to one, but stands at the margin."""
        root = self._document[0] if self._document else Fields(0)
        for place in self._tree.places_of_names(root):
            piece = layout.pieces[layout.piece_at_line(place[0] - 1)]
            if piece.kind is Kind.ENTRY:
                return place
        return None

    def _index(self, place: Place | None) -> int:
        """Where the line of a place begins in the whole text; its end when there is no place."""
        if place is None:
            return len(self._whole)
        index = 0
        for _ in range(place[0] - 1):
            index = self._whole.find("\n", index) + 1
        return index

    def _go_on(self, layout: Layout, index: int, known: tuple[Fault, Place | None] | None = None) -> bool:
        """Walks the pieces of the file one by one from the one at `index`.

        Args:
            layout: the pieces.
            index: a place in the text.
            known: what was wrong when the text was walked as a whole.

        Returns:
            Whether any piece cannot be read.
        """
        first = layout.piece_at(index)
        if first and layout.pieces[first - 1].kind is Kind.QUESTIONS:  # their list begins with the first
            first -= 1
        self._rewind(layout.pieces[first].line)
        is_sound = True
        for piece in layout.pieces[first:]:
            self._done = piece.start
            try:
                self._walk_piece(layout, piece)
            except StrayError as error:
                self._lose(layout, error.fault, error.place, piece)
                is_sound = False
            except (yaml.YAMLError, ValueError, OverflowError) as error:
                self._lose(layout, *self._explained(error, piece, known), piece)
                is_sound = False
        return not is_sound

    def _explained(
        self, error: Exception, piece: Piece, known: tuple[Fault, Place | None] | None
    ) -> tuple[Fault, Place | None]:
        """What is wrong with a piece; of a field on top more was known when what stands before was read."""
        if known and piece.kind is Kind.SECTION and piece.start <= self._index(known[1]) < piece.end:
            return known
        fault, place = syntax.explain(error, self._text, self._line)
        return fault, (place[0] + self._line, place[1]) if place else None

    def _rewind(self, line: int) -> None:
        """Forgets all that was read from a line on, counted from 0."""
        self._findings.forget(self._since, line + 1)
        if not self._document:
            self._marks.append(line << 32)
            self._document.append(Fields(0))
        root = self._document[0]
        number = max(1, bisect_left(self._marks, line << 32))
        places = list(self._tree.places_of_names(root))
        for name, place in zip(list(root), places, strict=True):
            if place[0] > line:
                del root[name]
        questions = root.get("questions")
        while isinstance(questions, Items) and questions:
            if self._tree.number_of(questions, (len(questions) - 1,)) < number:
                break
            questions.pop()
        self._shorten(number)

    def _shorten(self, number: int) -> None:
        """Forgets the nodes from a number on."""
        del self._marks[number:]
        del self._tree.broken[bisect_left(self._tree.broken, number) :]
        for container in (self._document[0], self._questions):
            container.end = min(container.end, number)

    def _walk_piece(self, layout: Layout, piece: Piece) -> None:
        """Walks a piece; when it cannot be read, nothing of it is left in the tree."""
        if piece.kind is Kind.QUESTIONS:
            self._begin_questions(layout, piece)
            return
        root, number = self._document[0], len(self._marks)
        fields, entries = list(root), len(self._questions)
        try:
            self._walk_part(piece)
        except (yaml.YAMLError, ValueError, OverflowError, StrayError):
            for name in set(root) - set(fields):
                del root[name]
            del self._questions[entries:]
            self._shorten(number)
            raise

    @property
    def _questions(self) -> Items:
        """The list that takes the questions of the pieces: that of the file, or one that is there twice."""
        if self._list is None:
            questions = self._document[0].get("questions")
            self._list = questions if isinstance(questions, Items) else Items(0)
        return self._list

    def _begin_questions(self, layout: Layout, piece: Piece) -> None:
        """Puts the list of questions in its place, and looks at what else stands before the first."""
        root, number = self._document[0], len(self._marks)
        mark = piece.line << 32
        self._marks.extend((mark, mark))
        if "questions" in root:
            first = self._tree.place(self._tree.number_of(root, ("questions",), name=True))
            self._report(repeated_name("questions", first[0]))
        self._list = Items(number + 1)
        root[self._hidden() if "questions" in root else "questions"] = self._list
        if (place := layout.stray_place(piece)) is not None:
            self._point(self._whole[piece.start : piece.end], piece.line)
            while not isinstance(self._parser.get_event(), ev.StreamEndEvent):
                pass
            raise StrayError(messages.BEFORE_QUESTIONS.fault(), place)

    def _walk_part(self, piece: Piece) -> None:
        """Walks a question, or a field on top with all that is below it."""
        text, is_entry = self._whole[piece.start : piece.end], piece.kind is Kind.ENTRY
        self._point(f"{QUESTIONS}{text}" if is_entry else text, piece.line - is_entry)
        for _ in range(5 if is_entry else 3):  # stream, document and fields; the name and its list
            self._parser.get_event()
        self._stack = [self._document]
        self._node = self._document[0]
        self._name = None
        if is_entry:
            self._stack.append(self._node)
            self._node = self._questions
        self._events()

    def _point(self, text: str, line: int) -> None:
        """Makes a text that begins in a line, counted from 0, the one that is walked."""
        self._text = text
        self._line = line
        self._parser = yaml.CBaseLoader(text)

    def _lose(self, layout: Layout, fault: Fault, place: Place | None, piece: Piece | None = None) -> None:
        """Reports what makes a piece unreadable; without one that in which it seems to stand is lost."""
        if piece is None:
            piece = layout.pieces[layout.piece_at(self._index(place))]
            low, high = layout.lines_of(piece)
            self._questions[:] = [each for each in self._questions if not self._stands_in(each, low, high)]
        tree, root = self._tree, self._document[0]
        self._report_unread(fault, place, layout.lines_of(piece))
        if piece.kind is Kind.SECTION:
            tree.gaps.add(root.start)
            return
        tree.lost_ids |= layout.ids_of(piece) - ({""} if piece.kind is Kind.QUESTIONS else set())
        tree.lost_words |= layout.words_of(piece)
        tree.gaps.add(self._questions.start)

    def _stands_in(self, node: Node, low: int, high: int) -> bool:
        return not isinstance(node, str) and low <= self._tree.place(node.start)[0] <= high

    def _report_unread(self, fault: Fault, place: Place | None, lines: tuple[int, int]) -> None:
        self._findings.add(messages.unread(fault, *lines), place or (lines[0], 1))
        self._tree.unread.append(lines)
