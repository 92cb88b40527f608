"""Whether a sentence says yes where its quotation says no, as certain what is put as possible, as done what is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.query.terms import stem
from bot.reading.sentences import sentences
from corpus.types import ParagraphType

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[;:.!?\n,()–—]")
_FUNCTION = frozenset(
    """
    a an the of to in on at for by with from and or but that this these those which who whom it its it's their his her he she
    they them be is are was were been being has have had do does did will would should shall can as so also then there into
    than we our us you your i not no
    """.split()
)
_NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())
# Words of one group stand in for each other: a sentence that leaves out "rejected" may say "refused".
OUTCOMES = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "rejected refused defeated lost dismissed fell declined opposed disagreed failed",
        "withdrawn withdrew withdraw",
        "deferred postponed adjourned",
        "rescinded revoked overturned cancelled abandoned",
    )
)
_ATTITUDES = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "recommend recommended recommendation recommendations propose proposed proposal proposals suggest suggested",
        "ask asked request requested seek sought invite invited urge urged",
        "consider considered considering consideration whether option options explore examine examined review",
        "may might could possible possibly perhaps",
        "if unless subject provided",
        "hope hoped intend intended plan planned aim aimed",
        "estimate estimated expect expected approximately forecast",
    )
)
_CONNECTIVES = frozenset("because since therefore before after until so unless if although despite following".split())
_ASK = stem("asked")
_QUESTION_WORDS = frozenset("how what when where why who which about".split())
_SCOPE = 4  # content words after a "not" that are looked at
_SPOKEN_OF = 2  # of them, those that it denies
_TO_DO = frozenset("be to will shall can must".split())
_MIGHT = frozenset("should would may might could".split())
_DONE = frozenset("was were been being had has have".split())
_AUXILIARIES = _TO_DO | _MIGHT | _DONE | {"is", "are"}
# What a body does by resolving it: told as done of a resolution, it is.
_PERFORMED = frozenset(
    stem(word)
    for word in """
    noted approved agreed adopted endorsed accepted received thanked appointed elected granted refused welcomed delegated
    authorised deferred confirmed rejected resolved decided recommended rescinded supported requested asked
    """.split()
)
_LIMIT = re.compile(
    r"\b(?:other than|except|excluding|apart from|save for|unless|subject to|provided that|on condition|only if|until|"
    r"up to|at least|at most|(?:no |not )?(?:more|less|fewer) than|not exceeding|nearly|almost|about|approximately|over|under)\b",
    re.IGNORECASE,
)
_OF_FIGURES = frozenset({"over", "under", "about", "nearly", "almost", "approximately"})  # limits of figures alone
_FIGURE_AFTER = re.compile(r"\s+([£€$]?\d[\d,.]*\d|[£€$]?\d)")
_WISHES = frozenset({"resolution", "recommendation", "motion"})
_AUXILIARIES_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, its stem, and the clause and sentence of the text that it stands in."""

    word: str
    stem: str
    clause: int
    sentence: int

    @property
    def tells(self) -> bool:
        """Whether it is a content word."""
        return self.word not in _FUNCTION and not is_negation(self.word)


def is_negation(word: str) -> bool:
    """Whether a word in lower case says no."""
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def tokens(text: str) -> list[Token]:
    """The words of a text; "May" is a month, "may" is not."""
    found: list[Token] = []
    clause = sentence = 0
    for match in _TOKEN.finditer(text):
        mark = match[0]
        if not mark[0].isalnum():
            clause += 1
            sentence += mark in ".!?;\n"
            continue
        word = mark.lower().replace("’", "'")
        if word == "but":
            clause += 1
            sentence += 1
        found.append(Token("may (month)" if mark == "May" else word, stem(mark), clause, sentence))
    return found


def fault(sentence: str, quoted: str, type_: ParagraphType = "text") -> str:
    """What a sentence turns round of the words that it cites; "" where nothing."""
    told, source = tokens(sentence), tokens(quoted)
    for number in sorted({token.sentence for token in told}):  # what stands between semicolons, each for itself
        part = [token for token in told if token.sentence == number]
        if _added_negation(part, source):
            return "says no where the quotation does not"
        if _lost_negation(part, source):
            return "leaves out a “not” of the quotation"
    if _turned_reason(told, source):
        return "gives as reason, or as before or after, what the quotation does not"
    if _lost_outcome(told, source):
        return "leaves out how it ended"
    if _lost_attitude(told, source):
        return "tells as settled what the quotation only asks for, proposes or thinks possible"
    if _lost_limit(sentence, quoted):
        return "leaves out a condition, an exception or a limit"
    if _turned_to_done(told, source, type_):
        return "tells as done or as certain what the quotation does not, or the other way round"
    return ""


def _scopes(found: Sequence[Token]) -> list[list[str]]:
    """The stems that each "not" speaks of: the next content words in its clause, or after it where it has none."""
    scopes = []
    for at, token in enumerate(found):
        if is_negation(token.word):
            after = [one for one in found[at + 1 :] if one.tells and one.sentence == token.sentence][:_SCOPE]
            near = [one.stem for one in after if one.clause == token.clause]
            scopes.append(near or [one.stem for one in after])
    return scopes


def _added_negation(told: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether a "not" of the sentence has no like in the quotation: what it speaks of must be denied there too."""
    left = _denials(source)
    for word, mine in _denials(told):
        like = next((one for one in left if mine & one[1] or (not mine and one == (word, mine))), None)
        if like is None:
            return True
        left.remove(like)
    return False


def _denials(found: Sequence[Token]) -> list[tuple[str, set[str]]]:
    """Each word that says no, with what it denies."""
    words = [token.word for token in found if is_negation(token.word)]
    return [(word, set(scope[:_SPOKEN_OF])) for word, scope in zip(words, _scopes(found), strict=True)]


def _lost_negation(told: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the sentence says, without its "not", what the quotation denies and nowhere affirms as nearly."""
    said = {token.stem for token in told if token.tells}
    denied = {stem for scope in _scopes(told) for stem in scope[:_SPOKEN_OF]}
    negated = {token.sentence for token in source if is_negation(token.word)}
    for scope in _scopes(source):
        taken = said & set(scope[:_SPOKEN_OF])
        if not taken or taken & denied:
            continue
        yes = max(
            (len(said & words) for at, words in _sentences(source).items() if at not in negated and taken <= words),
            default=0,
        )
        no = max(len(said & words) for at, words in _sentences(source).items() if at in negated and taken <= words)
        if no >= yes:
            return True
    return False


def _turned_reason(told: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether what follows "because", "before" and the like in the sentence does not follow it in the quotation."""
    for at, token in enumerate(told):
        if token.word not in _CONNECTIVES:
            continue
        after = {one.stem for one in told[at + 1 :] if one.tells}
        theirs = [
            {one.stem for one in source[place + 1 :] if one.sentence == there.sentence}
            for place, there in enumerate(source)
            if there.word == token.word
        ]
        if not any(after <= words for words in theirs):
            return True
    return False


def _sentences(found: Sequence[Token]) -> dict[int, set[str]]:
    """The stems of the content words of each sentence."""
    words: dict[int, set[str]] = {}
    for token in found:
        if token.tells:
            words.setdefault(token.sentence, set()).add(token.stem)
    return words


def _lost_outcome(told: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the sentence draws on one that ends in a refusal, and does not say so."""
    said = {token.stem for token in told if token.tells}
    for number in {token.sentence for token in source}:
        there = {token.stem for token in source if token.sentence == number and token.tells}
        for group in OUTCOMES:
            if there & group and not said & group and _draws_on(said, there - group):
                return True
    return False


def _lost_attitude(told: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the sentence takes what stands after "recommend", "may", "if" … and leaves that word out."""
    said = {token.stem for token in told if token.tells}
    words = {token.stem for token in told}
    for at, token in enumerate(source):
        for group in _ATTITUDES:
            if token.stem not in group or token.word == "may (month)" or words & group:
                continue
            if token.stem == _ASK and at + 1 < len(source) and source[at + 1].word in _QUESTION_WORDS:
                continue  # a question, whose answer stands after it
            after = {one.stem for one in source[at + 1 :] if one.tells and one.sentence == token.sentence}
            if _draws_on(said, after):
                return True
    return False


def _lost_limit(sentence: str, quoted: str) -> bool:
    """Whether the sentence draws on one that is limited ("except", "up to £5") and leaves the limit out."""
    said = {token.stem for token in tokens(sentence) if token.tells}
    kept = [" ".join(match[0].lower().split()) for match in _LIMIT.finditer(sentence)]
    for part in sentences(quoted):
        for match in _LIMIT.finditer(part.text):
            if " ".join(match[0].lower().split()) in kept:
                continue
            figure = _FIGURE_AFTER.match(part.text, match.end())
            if figure and figure[1] in sentence:
                return True
            before = {token.stem for token in tokens(part.text[: match.start()]) if token.tells}
            if not figure and match[0].lower() not in _OF_FIGURES and _draws_on(said, before):
                return True
    return False


def _draws_on(said: set[str], there: set[str]) -> bool:
    """Whether a sentence takes from these words: half of what it says, or half of what they say, and two at least."""
    shared = said & there
    if not shared or not there:
        return False
    return len(shared) >= min(2, len(there)) and 2 * len(shared) >= min(len(said), len(there))


def _turned_to_done(told: Sequence[Token], source: Sequence[Token], type_: ParagraphType) -> bool:
    """Whether "was closed" is said of what "be closed" stands of, or the other way round."""
    held = {token.stem for token in source}
    states = _states(source)
    for told_stem, state in _states(told):
        there = {one for stem_, one in states if stem_ == told_stem}
        if not there and told_stem in held and type_ in _WISHES:
            there = {"to do"}  # "That the Engineer report in May"
        if not there or state in there or (type_ == "resolution" and told_stem in _PERFORMED):
            continue
        if state == "done" or "to do" not in there:
            return True
    return False


def _states(found: Sequence[Token]) -> list[tuple[str, str]]:
    """Words with an auxiliary shortly before them, by stem: "done", "to do" or "might"."""
    states = []
    for at, token in enumerate(found):
        if token.word in _MIGHT | {"will", "shall"} and (at + 1 == len(found) or found[at + 1].clause != token.clause):
            states.append(("", "might" if token.word in _MIGHT else "to do"))  # "and never would."
        if not token.tells:
            continue
        before = found[max(0, at - _AUXILIARIES_BEFORE) : at]
        near = [one.word for one in before if one.clause == token.clause and one.word in _AUXILIARIES]
        if before and before[-1].tells and not before[-1].word.endswith("ly"):
            near = []
        if _MIGHT & set(near):
            states.append((token.stem, "might"))
        elif _TO_DO & set(near):
            states.append((token.stem, "to do"))
        elif _DONE & set(near) or (token.word.endswith("ed") and not near):
            states.append((token.stem, "done"))
    return states
