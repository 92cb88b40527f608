"""Words that must be known to read papers, and what is written of them: numbers, and what is denied, decided and said.

Each list stands here once, in lower case. Months and weekdays stand with the grammar of dates (`corpus.dates`).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Final

CARDINALS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
SCALES: Mapping[str, int] = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}

NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())
"""Words that say no; so does every word that ends in "n't"."""

DECIDING = frozenset(
    "resolved agreed decided approved rejected refused adopted endorsed noted accepted recommended deferred".split()
)
"""What a body does by resolving, and its members do not do alone."""

BY_BODIES = DECIDING - {"recommended"}
"""What no member does alone: members recommend, too."""

DEEDS = (
    BY_BODIES,
    *(
        frozenset(group.split())
        for group in (
            "moved proposed",
            "seconded",
            "recommended",
            "asked enquired inquired queried questioned",
            "replied answered responded",
            "said stated reported told explained advised informed confirmed presented introduced",
            "welcomed",
            "apologised",
            "thanked",
            "undertook promised",
            "warned",
            "argued",
            "voted",
            "abstained",
            "objected opposed",
            "supported",
            "declared",
        )
    ),
)
"""What somebody is said to have done at a meeting. Words of one group tell of one deed."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DECIDED: Final = DECIDING | _words(
    "decision resolution carried confirmed granted appointed elected ratified authorised authorized passed cinneadh penderfynwyd"
)
"""Words that tell what a meeting decided, in English, Irish and Welsh."""
AGAINST: Final = _words(
    "refused rejected declined defeated lost deferred postponed adjourned withdrawn rescinded revoked dismissed tabled failed"
)
"""Words that tell that something was not done, or not yet."""
PROPOSED: Final = _words(
    "recommend recommended recommends recommendation recommendations recommending propose proposed proposes proposal proposals moved motion "
    "seconded amendment suggested"
)
"""Words that put something forward, which is no decision."""
VOTED: Final = _words(
    "vote votes voted voting ayes noes yes nays aye nay abstain abstained abstaining abstention abstentions unanimous unanimously majority "
    "against favour favor carried defeated"
)
"""Words that tell how a vote went."""

_MONTHS: Final = _words("january february march april may june july august september october november december")
_WEEKDAYS: Final = _words("monday tuesday wednesday thursday friday saturday sunday")

SAYING: Final[Mapping[str, frozenset[str]]] = {
    "money": frozenset("£€$") | _words("pounds euro euros pence dollars"),
    "share": frozenset("%") | _words("percent percentage"),
    "figure": frozenset("0123456789"),
    "quantity": _words(
        "two three four five six seven eight nine ten eleven twelve dozen hundred thousand million half third quarter none both number total"
    ),
    "date": _MONTHS | _WEEKDAYS | _words("week month year spring summer autumn winter"),
    "person": _words(
        "councillor councillors cllr cllrs clir mr mrs ms miss dr director directors trustee trustees chair chairman chairperson chairwoman "
        "cathaoirleach president secretary treasurer clerk chief officer manager mayor sergeant inspector superintendent"
    ),
    "decided": DECIDED,
    "against": AGAINST,
    "proposed": PROPOSED,
    "voted": VOTED,
    "because": _words(
        "because due owing reason reasons since therefore result caused cause order enable allow concern concerns following pending lack"
    ),
    "promised": _words(
        "will shall action undertook undertake undertaken agreed ensure follow bring report investigate contact"
    ),
    "noted": _words("noted received"),
    "asked": _words("asked enquired queried questioned inquired wondered"),
    "replied": _words("replied responded answered advised confirmed explained informed stated clarified said reported"),
}
"""What a text holds, by its words and signs."""

ALIKE: Final = (
    _words("chair chairs chaired chairman chairperson chairwoman chairing convener convenor cathaoirleach"),
    _words("deputy vice leas"),
    _words("elected appointed co-opted"),
)
"""Words of one office, or of one act of filling it, as papers of different councils have them."""


def alike(word: str) -> tuple[str, ...]:
    """The other words that papers of other councils have for the same office or act."""
    small = word.lower()
    return tuple(sorted(other for group in ALIKE if small in group for other in group - {small}))


def _phrases(*slots: str) -> frozenset[str]:
    """Every phrase that has one choice of each slot in its place; choices are parted by "|", and may be empty.

    A "…" stands for up to some ten other words (`bot.reading.signs.says`).
    """
    return frozenset(" ".join(filter(None, chosen)) for chosen in product(*(slot.split("|") for slot in slots)))


ASKED: Final = SAYING["asked"] | _phrases(
    "will ask|to ask|sought clarification|wanted to know|raised a question|raised the question"
)
"""Words that tell of a question put at a meeting."""
REPLIED: Final = SAYING["replied"] | _words("reply response answer told agreed noted undertook")
"""Words that tell of a reply, or of what was made of a question."""
ANNOUNCED: Final = _words(
    "issues points matters items things areas actions recommendations questions concerns reasons options updates priorities suggestions "
    "proposals changes conditions"
)
"""What a lead-in counts, where it tells of a list to come: "raised five issues"."""
PLAINLY_DECIDED: Final = _words("resolved agreed approved adopted decided refused rejected")
"""Words of running text that tell what was decided."""
SAID_TO_BE_DECIDED: Final = PLAINLY_DECIDED - {"rejected"} | _words("endorsed appointed elected")
"""Words that turn what a paragraph tells into a decision."""
RECOMMENDING: Final = _phrases("to recommend|be recommended|is recommended|are recommended|recommends")
"""What a resolution opens with that recommends to another body."""
OPENS_RESOLUTION: Final = _words("resolved agreed decided recommended")
"""The word, with a capital, that a resolution opens with."""

MOVING: Final = (
    _phrases("moved|proposed|recommended|recommends|recommending", "by|that|to|a|an")
    | _phrases("recommended|recommendation|recommendations|proposed|suggested", "…", "that")
    | _phrases("proposed|moved", "|and", "seconded")
    | _phrases("motion|amendment|proposition", "was|had been", "moved|proposed|seconded|tabled|submitted|put")
    | _phrases("called in by|had been called in|notice of motion|notice of the following motion")
)
"""What proposes. Of running text only verbs do: "the proposed budget" proposes nothing."""
NOT_DONE: Final = (
    AGAINST - _words("tabled failed dismissed")
    | _phrases("withdrew|dropped|held over|casting vote|ruled out of order|no power|no decision|no further discussion")
    | _phrases("motion|amendment|proposal|proposition|recommendation|it", "|therefore|accordingly", "fell|falls|lapsed")
    | _phrases("not", "|be", "carried|approved|supported|agreed|adopted|accepted|pursued|seconded|confirmed")
    | _phrases("no|not a", "seconder")
    | _phrases("refer|referred|taken|sent|brought|remitted", "back")
    | _phrases("stood referred|referred … to the|lie on the table|lay on the table|left on the table")
    | _phrases("could not|cannot|can not", "|legally|lawfully", "be", "carried out|considered|accepted|taken|put|done")
)
"""What ends a matter without its being done, or done yet."""
DONE: Final = _phrases("carried|unanimous|unanimously|nem con|resolved|agreed|members noted") | _phrases(
    "was|were|be", "|duly|unanimously", "approved|adopted|accepted|endorsed|noted"
)
"""What ends a matter by its being done."""
TO_BE_DONE: Final = _phrases(
    "be",
    "|duly|unanimously",
    "approved|adopted|accepted|endorsed|noted|agreed|carried|refused|rejected|declined|deferred|adjourned|postponed|withdrawn|rescinded",
)
"""What ends nothing where it is proposed: that a motion be adopted may be no more than moved."""
NOTHING_DONE: Final = _phrases("carried", "out|over|forward|on") | _phrases(
    "agreed", "with|that there was|that there were|that it was|that it were"
)
"""What has a word of `DONE` and ends nothing."""

UNMAKING: Final = _words(
    "rescind rescinds rescinded rescinding revoke revokes revoked revoking supersede supersedes superseded superseding overturn overturned "
    "annul annulled quash quashed"
) | _phrases("set aside|not confirmed|not be confirmed")
"""What undoes a decision, whatever it calls it."""
UNDOING: Final = (
    UNMAKING
    | _phrases("reconsider|reconsidered|reconsideration|further consideration|no longer|not to proceed")
    | _phrases("in place of|in lieu of", "minute|item|resolution|the decision|the resolution")
    | _phrases("therefore|accordingly", "falls|fell|lapses|lapsed")
    | _phrases("had not", "|been", "resolved|agreed|decided")
    | _phrases("refer back|referred back|remitted back|be taken back to|be sent back to|be brought back to")
    | _phrases("has|have|had", "refused consent")
    | _phrases("not", "|be", "confirmed|approved|accepted|implemented|pursued")
    | _phrases(
        "decision|decisions|resolution|resolutions|minute|minutes|recommendation|recommendations|item|items|motion|motions|proposal|"
        "proposals|approval|approvals|consent|permission|scheme",
        "…",
        "rejected|declined|withdrawn|amended|corrected|varied|cancelled|called in",
    )
    | _phrases("error|errors|correction|corrections", "…", "minute|minutes|resolution")
    | _phrases("should read|should have read")
)
"""What says that something said or decided before no longer holds."""
COMPARING: Final = _words(
    "change changes changed changing differ differs differed difference differences different compare compares compared comparing "
    "comparison versus vs rise rose risen fall fell fallen grow grew grown shift shifts shifted varied dropped increase increased decrease "
    "decreased trend trends"
) | (
    _phrases("gone|went|go|goes", "up|down")
    | _phrases("more|fewer|less|bigger|smaller|higher|lower|larger|better|worse|longer|shorter", "…", "than")
    | _phrases("how has|how have|how did", "…", "move|moved|go|gone")
    | _phrases("over time|year by year|year on year|each year|every year|by year|month by month|from one … to the next")
)
"""What a question has that sets things side by side."""
APART: Final = _words(
    "differ differs differed difference differences different compare compares compared comparing comparison versus vs than"
) | {"on the other hand"}
"""What a question has that sets bodies side by side."""
NUMBERED: Final = _words(
    "minute minutes item items paragraph paragraphs para paras clause clauses section sections appendix quarter quarters no nos number phase "
    "stage table page ward unit class band grade zone route objective priority option schedule part version figure form room age aged plot lot"
)
"""Things that go by a number, which counts nothing."""
WHOLE_MOTION: Final = _phrases("substantive|original|amended", "motion|proposal") | {"motion as amended"}
"""What a motion is called once its amendments are done with: what became of it is what became of the matter."""
BECAME_MOTION: Final = _phrases(
    "became|becomes|become", "the|part of the", "|substantive|original|amended", "motion|proposal"
)
"""What is said of an amendment that was carried, before the motion is put."""
SHARES: Final = _words("share percentage proportion percent rate") | {"per cent"}
"""What a question asks for a share by."""
HOURS: Final = _words("am pm a.m p.m hrs o'clock o’clock")
"""What stands after the time of day."""
ASKS_SEVERAL: Final = _phrases("who", "|all", "were|are|attended|sat|sits") | _phrases(
    "who was there|who was present|names of|list of|list all|list the|listed"
)
"""What a question asks for several things or people by."""
AUXILIARIES: Final = _words("were are did do have had was will would should came made went got must")
"""What follows the things that a question asks after: "which tolls were raised"."""
PLURALS: Final = _words("people children")
"""Plurals that do not end in "s"."""
NO_PLURAL: Final = _words("this was has does is its as us business progress process status address access press class")
"""Words that end as plurals do."""


DATE_WORDS: Final = _MONTHS | _WEEKDAYS
"""Months and weekdays, which tell when and not what."""

OPPOSITES: Final = tuple(
    (_words(one), _words(other))
    for one, other in (
        ("rise rises rose risen rising raise raised", "fall falls fell fallen falling lower lowered drop dropped"),
        (
            "increase increased increasing grow grew grown",
            "reduce reduced reducing reduction decrease decreased cut decline declined",
        ),
        ("more higher above over", "fewer less lower below under"),
        ("best most greatest highest", "worst least smallest lowest"),
        ("before earlier", "after later following"),
        ("first start started begin began beginning", "last end ended ending"),
        ("continue continued continuing keep kept", "stop stopped cease ceased"),
        ("open opened opening", "close closed closing closure"),
        ("approve approved accept accepted agreed grant granted", "refuse refused reject rejected dismissed"),
        ("support supported favour", "oppose opposed object objected against"),
        ("for", "against"),
        ("improve improved improving better", "worsen worsened worse deteriorate deteriorated"),
        ("succeed succeeded success successful", "fail failed failure unsuccessful"),
        ("welcome welcomed", "regret regretted"),
        ("appoint appointed join joined", "dismiss resign resigned leave left"),
        ("buy bought purchase purchased", "sell sold sale disposal"),
        ("all every both", "none neither no"),
        ("always", "never rarely"),
        ("new newly", "old existing"),
        ("early", "late delayed"),
        ("free", "charged charge"),
        ("permanent permanently", "temporary temporarily"),
        ("public", "private"),
        ("daily", "weekly monthly quarterly yearly annual annually"),
        ("weekly", "monthly quarterly yearly annual annually"),
        ("monthly", "quarterly yearly annual annually"),
        ("quarterly", "yearly annual annually"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("inside within", "outside"),
        ("include included including", "exclude excluded excluding"),
    )
)
"""Words that say the contrary of each other. In place of one, the other makes a sentence false."""
