"""Minutes: what was resolved, moved, voted on, asked and promised, and who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.parsers.asked import QUESTION, QUESTION_HEAD, QUESTIONS_HEAD, REPLY, SPEAKER, answers, over
from corpus.parsers.decided import DECISION_HEAD, RESOLVED, SHORT_NARRATIVE, decided_by_body, is_decision
from corpus.parsers.moved import (
    CARRIED,
    ELECTED,
    LOST,
    MOTION,
    MOTION_HEAD,
    MOVED_HERE,
    PROPOSAL,
    PUT_TO_VOTE,
    carries,
    moves,
    resolves,
    settled,
)
from corpus.parsers.promised import ACTION, ACTION_LIST, ACTION_TABLE, promises
from corpus.parsers.walk import Piece
from corpus.phrases import EXEMPT, PRESENT_WITHIN, attendance_lead, is_vote, is_vote_head
from corpus.types import ParagraphType

_RECOMMENDED = re.compile(
    r"\W*(?:it was )?(?:RECOMMENDED|Recommended)\b|.*(?<!\bas )(?<!\bthe )(?<!\bThe )\brecommend(?:ed)\b[^.:]*:\W*$|.*\brecommend(?:ations?|s)\b[^.:]*:\W*$",
    re.DOTALL,
)
_FIRST = ("1", "a", "i")
_LETTERED_FIRST = re.compile(r"[a-z]{1,2}1")  # "R1", what a scrutiny committee recommends
_BARE_LEAD = re.compile(
    r"\W*(?:The |Members of the )?(?:\w+ )?(?:Committee|Board|Council|Cabinet|Panel|Commission|Executive|Forum|Partnership|Members|Trustees|Authority)\s*(?:unanimously\s*)?:\W*-?",
)
_DECIDING_VERB = re.compile(
    r"\W*(?:unanimously |also |further )?(?:noted?|agreed?|approved?|endorsed?|resolved?|authori[sz]ed?|delegated?|adopted?|accepted?|received?|supported?"
    r"|recommend(?:ed)?|instruct(?:ed)?|request(?:ed)?|refer(?:red)?|defer(?:red)?|refused?|grant(?:ed)?|appoint(?:ed)?|confirm(?:ed)?|asked (?:officers?|that|for an?|the [\w ]{3,40} to))\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\W*(?:voting|votes?|recorded vote|result)\s*[:–-]\s*\w", re.IGNORECASE)
_VOTE_HEAD = re.compile(r"\W*(?:recorded|named) votes?\W*|\W*voting\W*", re.IGNORECASE)
_CONTINUES = re.compile(r"\W*(?:that\b|and that\b|[“\"‘'])", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:was|were|agreed|welcomed|noted|raised|proposed|said|stated|thanked|informed|opened|declared|asked|explained|reported|heard|considered|received|wished|extended|began|referred|advised|confirmed|commenced|indicated)\b"
)
_NO_ATTENDANCE = re.compile(
    r"\W*(?:published|publication date|call-in|last date|date|time|venue|place|location|quorum|webcast|recording|notes?|contact|papers|distribution|circulation|documents?)\b[^:]{0,40}:",
    re.IGNORECASE,
)
_COLUMN_HEAD = re.compile(
    r"(?:agenda |minute )?(?:refs?|items?|no|number|minutes?|subject|discussion|details?|notes?|actions?|action by|owner|lead|by whom|by when)?\W*(?:no)?\W*",
    re.IGNORECASE,
)
_ALIGNED = 8  # points
_ROW_OF_ITEM = 3  # cells: an item's number, what was said, its owner


def _by_word(number: str) -> ParagraphType | None:
    """What a piece is whose number says so: "Question 2", "Q2", "A2", "Action 4"."""
    word = re.match(r"(question|q|a|action)(?=[\s.]|\d)", number, re.IGNORECASE)
    types: dict[str, ParagraphType] = {"question": "question", "q": "question", "a": "reply", "action": "action"}
    return types[word[1].lower()] if word else None


def _is_column_head(piece: Piece) -> bool:
    """Whether a row names the columns of a table of minutes: "Ref", "Item", "Action"."""
    return len(piece.block.cells) > 1 and all(_COLUMN_HEAD.fullmatch(cell.strip()) for cell in piece.block.cells)


def type_minutes(pieces: Sequence[Piece]) -> list[ParagraphType]:
    """What each piece of a paper of minutes is."""
    typer = _Typer()
    return settled(pieces, [typer.step(piece) for piece in pieces])


class _Typer:
    def __init__(self) -> None:
        self._state: ParagraphType = "text"
        self._depth = 0
        self._lead = ""
        self._lead_open = False
        self._clauses = 0  # of the present decision, so far
        self._whole = False  # the present decision is whole, and the next entry of the list is another matter
        self._bare = False  # within "The Board:" and its list of verbs
        self._decision: tuple[ParagraphType, int, tuple[str, ...]] = ("text", 0, ("no item",))
        self._opening = True
        self._listing = False  # within "Actions" and its list
        self._indent = 0.0  # of a decision's lead-in ("It was agreed that:")
        self._list_indent = 0.0  # of the list under it, where that stands further in

    def step(self, piece: Piece) -> ParagraphType:
        """What the next piece is, given those before it."""
        text = piece.words
        if piece.own and piece.heading:
            self._opening = False
        return self._told_outright(piece, text) or self._by_its_words(piece, text) or self._by_its_place(piece, text)

    def _told_outright(self, piece: Piece, text: str) -> ParagraphType | None:
        """What a list of those present, a heading or a notice of exemption is."""
        if not (piece.own and piece.heading) and attendance_lead(text) and (self._opening or len(piece.label) == 0):
            self._enter("attendance", piece, text)
            return "attendance"
        if self._opening and not piece.label and not piece.heading and PRESENT_WITHIN.search(text):
            return "attendance"
        if piece.heading and not piece.own and (_VOTED.match(text) or is_vote_head(text)):
            self._enter("vote", piece, text)
            return "vote"
        formula = not piece.own and (resolves(text) or carries(text) or moves(text))
        if piece.heading and not formula and (piece.own or not EXEMPT.search(text)):
            return self._at_heading(piece)
        return "exempt" if EXEMPT.search(text) else None

    def _by_its_words(self, piece: Piece, text: str) -> ParagraphType | None:
        """What a piece says that it is, by the word before its number or the words that it opens with."""
        worded = _by_word(piece.label[-1]) if piece.own else None
        if worded:
            self._enter(worded, piece, text)
            return worded
        found = self._found(text)
        if self._state in ("question", "reply") and self._only_told(found, text):
            found = None
        if found == "recommendation" and self._state == "resolution" and self._lead_open and _CONTINUES.match(text):
            return "resolution"  # "agreed: “That it be carried out as recommended, subject to:"
        undecided = PUT_TO_VOTE.search(text) or LOST.search(text)
        if found == "motion" and not undecided and CARRIED.search(text):
            found = "resolution" if len(text.split()) <= SHORT_NARRATIVE else "text"
        if found:
            self._enter(found, piece, text)
        return found

    def _by_its_place(self, piece: Piece, text: str) -> ParagraphType:
        """What a piece is by the state that those before it left, or by its form."""
        if _BARE_LEAD.fullmatch(text):
            self._state, self._depth, self._bare, self._lead_open = "resolution", len(piece.label), True, True
            self._clauses = 0
            return "text"
        if self._bare and not _DECIDING_VERB.match(text):
            self._state, self._bare = "text", False
        if self._state == "question" and answers(text) and not piece.own:
            self._enter("reply", piece, text)
            return "reply"
        if self._continues(piece, text) or self._resumes(piece, text):
            return self._state
        self._state = "text"
        if len(piece.block.cells) > 1 and ACTION_TABLE.search(" ".join(piece.block.cells)):
            self._state, self._lead_open = "action", True
            return "table"
        if len(piece.block.cells) > 1 and not (piece.own and len(piece.block.cells) <= _ROW_OF_ITEM):
            return "table"
        if promises(text) and not (piece.own and len(piece.label) == 1):
            return "action"
        if not (piece.label and is_decision(text)):
            return "text"
        if text.rstrip(" -–—").endswith(":"):
            self._enter("resolution", piece, text)
        return "resolution"

    def _enter(self, state: ParagraphType, piece: Piece, text: str) -> None:
        self._state, self._bare, self._clauses, self._listing = state, False, 0, False
        self._depth = len(piece.label)
        self._indent, self._list_indent = piece.block.indent, 0.0
        self._lead = piece.label[-1] if piece.own and "." in piece.label[-1] else ""
        self._lead_open = text.rstrip(" -–—").lower().endswith((":", "that", "to")) or bool(
            DECISION_HEAD.fullmatch(text) or is_vote_head(text)
        )
        whole = piece.block.bullet or (decided_by_body(text) and text.rstrip().endswith("."))
        self._whole = state in ("resolution", "motion") and whole and not self._lead_open
        if state in ("resolution", "recommendation", "motion"):
            self._decision = (state, self._depth, piece.label[:1])

    def _at_heading(self, piece: Piece) -> ParagraphType:
        text = piece.words
        worded = _by_word(piece.label[-1]) if piece.own else None
        if worded:
            self._state, self._lead_open, self._depth = worded, True, len(piece.label)
        elif ACTION_LIST.fullmatch(text):
            self._state, self._lead_open, self._clauses, self._listing = "action", False, 0, True
        elif QUESTIONS_HEAD.fullmatch(text):
            self._state = "text"
        elif MOTION_HEAD.match(text):
            self._state, self._lead_open, self._depth = "motion", True, len(piece.label)
        elif QUESTION_HEAD.match(text):
            self._state, self._lead_open, self._depth = "question", True, len(piece.label)
        elif REPLY.match(text):
            self._state, self._lead_open, self._depth = "reply", True, len(piece.label)
        elif _VOTE_HEAD.fullmatch(text):
            self._state, self._lead_open, self._depth = "vote", True, len(piece.label)
        elif DECISION_HEAD.fullmatch(text):
            self._state, self._lead_open, self._depth = "resolution", True, len(piece.label)
        elif piece.own or self._state not in ("question", "reply", "motion", "attendance"):
            self._state = "text"
        return "heading"

    def _found(self, text: str) -> ParagraphType | None:
        if QUESTION.match(text):
            return "question"
        if REPLY.match(text):
            return "reply"
        if ACTION.match(text):
            return "action"
        if PUT_TO_VOTE.search(text):
            return "motion"
        if RESOLVED.match(text) or resolves(text) or PROPOSAL.match(text) or decided_by_body(text):
            return "resolution"
        if ELECTED.match(text) and len(text.split()) <= SHORT_NARRATIVE:
            return "resolution"
        if _RECOMMENDED.match(text):
            return "recommendation"
        if is_vote(text):
            return "vote"
        if moves(text):
            return "motion"
        if MOTION.match(text):
            return "resolution" if re.search(r"\bresolved\s*:\W*$", text, re.IGNORECASE) else "motion"
        return None

    def _resumes(self, piece: Piece, text: str) -> bool:
        """Whether the next clause of a decision follows after words that stood between."""
        state, depth, item = self._decision
        again = piece.own and piece.label[:1] == item and len(piece.label) > depth and bool(_CONTINUES.match(text))
        if again:
            self._state, self._depth = state, depth
        return again

    def _only_told(self, found: ParagraphType | None, text: str) -> bool:
        """Whether a decision within a question or a reply is one that it tells of."""
        return found in ("recommendation", "vote") or (found == "motion" and not MOVED_HERE.match(text))

    def _within(self, piece: Piece) -> bool:
        """Whether a numbered piece is a clause of the decision before it."""
        if "." in piece.label[-1].rstrip("."):
            return bool(self._lead) and piece.label[-1].startswith(self._lead + ".")
        if len(piece.label) <= self._depth:
            return False
        core = piece.label[-1].strip("().").lower()
        begins = self._clauses or core in _FIRST or _LETTERED_FIRST.fullmatch(core)
        self._clauses += 1
        return bool(begins)

    def _next_action(self, piece: Piece) -> bool:
        """Whether a piece is the next entry of a list under the heading "Actions"."""
        self._clauses += 1
        following = piece.own and piece.label[-1].strip("().").lower() in (str(self._clauses), chr(96 + self._clauses))
        return self._listing and not piece.heading and (piece.block.bullet or following)

    def _continues(self, piece: Piece, text: str) -> bool:
        if self._state == "text":
            return False
        if self._state == "attendance":
            other = _TELLS.search(text) or _NO_ATTENDANCE.match(text)
            return not (piece.own or other or _is_column_head(piece))
        if self._state in ("question", "reply"):
            another = piece.own and len(piece.label) == 1 and self._depth <= 1 and not piece.label[0].startswith("(")
            return not (another or over(text) or (SPEAKER.match(text) and _TELLS.search(text)))
        if self._state == "action":
            return len(piece.block.cells) > 1 if self._lead_open else self._next_action(piece)
        listed = (
            (piece.block.bullet and not self._whole)
            or (self._state == "vote" and len(piece.block.cells) > 1)
            or (piece.own and self._within(piece))
            or (not piece.own and self._list_indent > 0 and abs(piece.block.indent - self._list_indent) < _ALIGNED)
        )
        going = listed or bool(_CONTINUES.match(text)) or (self._lead_open and " " in text)
        if going and self._lead_open and piece.own and "." in piece.label[-1].strip("."):
            self._lead = piece.label[-1].rstrip(".").rpartition(".")[0]  # "22.1", "22.2" under "RESOLVED:"
        if going and self._lead_open and 0 < self._indent < piece.block.indent - _ALIGNED:
            self._list_indent = piece.block.indent
        if going:
            self._lead_open = text.rstrip(" -–—").endswith(":")
        return going
