"""People mined from the papers: who was at which meetings, and as what. Read from lists of attendance and from who took the chair.

Committees write such lists in many ways: "Councillors Ash, Birch (Chair) and Elm", "Cllr R. Ash (Chairman), Mrs N. Reed,
Clerk", a line or a cell for each with initials after the name, an office with its holder in brackets. What is no name by
its form is left out: a person missed can be asked for, a place or a club listed as a person misleads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from index.catalogue import Catalogue

_SURNAME = r"(?:(?:Mac|Mc|O[’'ʼ]|Ó |Ní |De |de |van |von )?[A-ZÁÉÍÓÚ][\wÀ-ÿ’'-]*[a-zà-ÿ])"
_INITIALS = r"(?:[A-Z]\b\.?[ ]?){1,3}"
_NAME = rf"(?:{_INITIALS}[ ]?)?{_SURNAME}(?:[ ]{_SURNAME}){{0,2}}"
_TITLE = r"(?:Councillors?|Cllrs?|Clr|Alderman|Baillie|Bailie|Provost|Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Sir|Dame|Lord|Lady)"
_TITLED = re.compile(rf"\b(?P<title>{_TITLE})\b\.?:?[ \t]*(?P<rest>[^\n;]*)")
_NEXT_TITLE = re.compile(rf"(?<!^)(?<![\n(])\b(?={_TITLE}\b[.:]?\s)")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.(?=\s|$)")
_BARE = re.compile(
    rf"^(?P<name>(?>{_NAME}))(?:\s+[A-Z]{{2,3}}[a-z]?\b)?"
    r"(?:\s*\((?P<bracket>[^)]*)\)?|\s*[,–-]\s*(?P<after>[A-Za-z][^,;\t\n]*)|\s+(?P<role>[A-Z][\w’'-]+.*))?\s*$"
)
_BEFORE = re.compile(rf"(?P<office>[A-Z][\w’'&/,\- ]{{3,80}}?)\s*\(\s*(?:{_TITLE}\b\.?\s*)(?P<name>{_NAME})\s*\)")
_CHAIR = re.compile(
    rf"\b(?:{_TITLE}\b\.?\s*)(?P<name>{_NAME})[^.]{{0,60}}?\b(?:in the chair|took the chair|presided|chaired the meeting)\b",
    re.IGNORECASE,
)

_APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b", re.IGNORECASE)
_ONLY_APOLOGIES = re.compile(r"\W*apolog(?:y|ies)[^:]{0,30}:?\W*$", re.IGNORECASE)

# Offices, as they are printed, and what each is called here.
_OFFICES: tuple[tuple[str, str], ...] = (
    (r"\b(?:vice|deputy)[- ]?(?:chair\w*|cathaoirleach|convener|provost|mayor)|\bleas[- ]chathaoirleach", "Vice-Chair"),
    (
        r"\bchair(?:man|woman|person)?\b|\bin the chair\b|\bcathaoirleach\b|\bconvenor?\b|\bconvener\b|\bpresiding\b",
        "Chair",
    ),
    (r"\bclerk\b", "Clerk"),
    (r"\btreasurer\b", "Treasurer"),
    (r"\bsecretary\b", "Secretary"),
    (r"\bmayor\b", "Mayor"),
    (r"\bleader\b", "Leader"),
)
_MEMBER = "Councillor"
_MEMBERS = frozenset(["councillor", "councillors", "cllr", "cllrs", "clr", "alderman", "bailie", "baillie", "provost"])

# Words that begin with a capital in such lists and are nobody's name.
_NOBODY = frozenset(
    """
    apologies present absent attendance attending also members member officers officer officials guests guest public press
    council councillors councillor committee community parish town city county borough district municipal region regional
    commission cabinet board panel partnership forum trust group club society association library hall house school church
    village road street lane centre center office room chamber park police service services department directorate
    minutes minute agenda meeting item items page date time monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    an the and for from with was were has had not none nil all other others one two three four five total
    chair chairman chairwoman chairperson vice deputy cathaoirleach clerk treasurer secretary convener convenor leader mayor
    director manager head assistant senior executive engineer administrator administrative meetings planning housing finance
    roads highways environment resolved proposed seconded action actions report reports reporter reporters student students
    resident residents representative representatives representing north south east west limited ltd plc mp msp ms td
    development investment enforcement economic social physical capital consultant design delivery operations support
    constabulary college university hospital care integrated children childrens young adult adults education health nhs foundation ccg
    maintenance technical water property national architect scientist archaeologist technician inspector
    welcome introductions declarations interest quorum draft title name role initials apology substitute substitutes
    """.split()
)
_BETWEEN = re.compile(r"\s*(?:,|;|\t|\n| and | & |\u2022|\|)\s*")
LONGEST_OFFICE = 80
MOST_READ = 4_000
"""Signs of one paragraph that are read: a whole page in one paragraph holds its list at its head."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A meeting at which somebody was, as what, and the paragraph that says so."""

    body: str
    date: date | None
    office: str
    paragraph: str
    paper: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was at meetings: the fullest form of the name, the offices held (the commonest first), and where."""

    name: str
    offices: tuple[str, ...]
    appearances: tuple[Appearance, ...]

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies at whose meetings the person was, the commonest first."""
        return tuple(body for body, _ in Counter(one.body for one in self.appearances).most_common())


def people(catalogue: Catalogue) -> list[Person]:
    """Everybody named in lists of attendance or as taking the chair, in the order of surnames."""
    sql = (
        "SELECT p.id, p.paper, p.text, p.type FROM paragraphs p JOIN papers ON papers.id = p.paper "
        "WHERE papers.kind = 'minutes' AND (p.type = 'attendance' OR p.text LIKE '%the chair%' OR p.text LIKE '%presided%') "
        "ORDER BY p.paper, p.ordinal"
    )
    papers = catalogue.papers_by_id()
    found: dict[str, dict[str, list[tuple[str, Appearance]]]] = {}
    absent = False
    for id_, paper_id, text, type_ in catalogue.db.execute(sql):
        paper = papers.get(str(paper_id))
        away, absent = absent, bool(_ONLY_APOLOGIES.match(str(text)))
        if paper is None or away:  # what follows a line "Apologies:" names who was not there
            continue
        for name, office in named(str(text)[:MOST_READ], listed=type_ == "attendance"):
            appearance = Appearance(paper.body or "", paper.date, office, str(id_), paper.id)
            found.setdefault(_surname(name).casefold(), {}).setdefault(name, []).append((name, appearance))
    return sorted(
        (person for forms in found.values() for person in _persons(forms)),
        key=lambda person: (_surname(person.name).casefold(), person.name),
    )


def named(text: str, *, listed: bool = True) -> list[tuple[str, str]]:
    """The people that a paragraph names, each with the office it gives: ("R. Ash", "Chair"). `listed`: it is a list of them."""
    found: dict[str, str] = {}
    for name, office in _all(text, listed=listed):
        if _is_name(name):
            before = found.get(name, "")
            found[name] = office if before in ("", _MEMBER) and office else before
    return list(found.items())


def _all(text: str, *, listed: bool) -> Iterator[tuple[str, str]]:
    for match in _CHAIR.finditer(text):
        yield match["name"], "Chair"
    if not listed:
        return
    text = _APOLOGIES.split(text)[0]
    for match in _BEFORE.finditer(text):
        yield match["name"], _office(match["office"])
    left = _BEFORE.sub(" ", text)
    for match in _TITLED.finditer(_NEXT_TITLE.sub("\n", left)):
        yield from _titled(
            _SENTENCE_END.split(match["rest"])[0], _MEMBER if match["title"].casefold() in _MEMBERS else ""
        )
    for piece in _pieces(re.sub(r"^[^:]{0,60}:", "", left)):
        if not re.match(rf"{_TITLE}\b", piece):
            yield from ((name, office) for name, office in _one(piece, "") if len(name.split()) > 1)


def _titled(rest: str, office: str) -> Iterator[tuple[str, str]]:
    """The names that follow a title; an office between commas is that of the one before it."""
    last = ""
    for piece in _pieces(rest):
        here = list(_one(piece, office))
        if not here and last and (held := _office(piece)):
            yield last, held
        for name, of in here:
            last = name
            yield name, of


def _pieces(text: str) -> list[str]:
    """A list's members: commas within brackets part nobody."""
    masked = re.sub(r"\([^)]*\)", lambda m: m[0].replace(",", "\x00").replace(" and ", "\x01"), text)
    parts = _BETWEEN.split(masked)
    return [
        part.replace("\x00", ",").replace("\x01", " and ").strip(" .:*#_") for part in parts if part.strip(" .:*#_")
    ]


def _one(piece: str, office: str) -> Iterator[tuple[str, str]]:
    """The name at the head of a piece of a list, with the office that follows it."""
    words = re.sub(rf"^{_TITLE}\b\.?\s*", "", piece)
    words = re.sub(r"\s+[A-Z]{2,3}[a-z]?$", "", words)  # the initials that the minutes call somebody by
    match = _BARE.match(words)
    if match is None:
        return
    more = " ".join(filter(None, (match["bracket"], match["after"], match["role"])))
    printed = match["name"].split()
    own = list(takewhile(lambda word: word.casefold() not in _NOBODY, printed))
    rest = printed[len(own) :]  # "Jo Ash Chair": an office printed right after the name
    if own and all(word.casefold() in _NOBODY for word in rest):
        yield " ".join(own), _office(f"{' '.join(rest)} {more}") or office


def _office(text: str) -> str:
    """An office in our own word where it is a common one, else as printed; "" where nothing like an office is."""
    for pattern, called in _OFFICES:
        if re.search(pattern, text, re.IGNORECASE):
            return called
    words = " ".join(re.split(rf"\(|\b{_TITLE}\b", text)[0].split()).strip(" ,.;:-–/")
    telling = any(word.casefold() in _NOBODY for word in words.split())
    return words if telling and len(words) <= LONGEST_OFFICE and words[:1].isupper() else ""


def _is_name(name: str) -> bool:
    words = re.findall(r"[\wÀ-ÿ’'-]+", name)
    long = [word for word in words if len(word) > 1]
    return bool(long) and not any(word.casefold().strip("’'") in _NOBODY for word in words) and not name.isupper()


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _first(name: str) -> str:
    """The letter that a first name begins with; "" where only a surname is given."""
    words = name.split()
    return words[0][0].casefold() if len(words) > 1 else ""


def _persons(forms: dict[str, list[tuple[str, Appearance]]]) -> Iterator[Person]:
    """The people of one surname: forms with the same first letter are one, a surname alone is whoever shares its bodies."""
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        by_letter.setdefault(_first(form), []).append(form)
    alone = [one for form in by_letter.pop("", []) for one in forms[form]]
    groups = {letter: [one for form in same for one in forms[form]] for letter, same in by_letter.items()}
    left: list[tuple[str, Appearance]] = []
    for name, appearance in alone:
        fitting = [letter for letter, of in groups.items() if any(one.body == appearance.body for _, one in of)]
        fitting = fitting or (list(groups) if len(groups) == 1 else [])
        (groups[fitting[0]] if len(fitting) == 1 else left).append((name, appearance))
    for of in [*groups.values(), *([left] if left else [])]:
        yield _person(of)


def _person(of: Iterable[tuple[str, Appearance]]) -> Person:
    rows = list(of)
    counted = Counter(name for name, _ in rows)
    name = max(
        counted,
        key=lambda form: (len(re.sub(r"\W", "", form.split()[0])) > 1 and " " in form, counted[form], len(form)),
    )
    offices = Counter(one.office for _, one in rows if one.office)
    once = {(one.body, one.date): one for _, one in sorted(rows, key=lambda row: not row[1].office)[::-1]}
    order = sorted(once.values(), key=lambda one: (one.date is None, one.date or date.min, one.body))
    return Person(name, tuple(office for office, _ in offices.most_common()), tuple(order))
