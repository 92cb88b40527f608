"""Words that people put questions in: what tells the kind of a question, and what says nothing of its matter.

Each list stands here once, in lower case. What is put in several words is a pattern made by `phrases`. In the lists that tell
kinds, "?" stands before a question word that asks (in "members who fish" none does), or before a clause of keywords alone;
`bot.query.asking.put` marks them, and also what asks for several things ("?which …s") or what a thing is ("?what it is").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from corpus.lexicon import AGAINST, DEEDS, VOTED

Wants = Literal["resolved", "recommended", "vote", "promised", "who", "when", "money", "quantity", "why", "list", "meaning", "anything"]  # fmt: skip
"""What a question asks for; "anything" where its words do not tell."""
GAP: Final = 4
"""Words of the same clause that a "…" in a phrase may stand for."""


def phrases(listed: str) -> re.Pattern[str]:
    """What finds any of these phrases, set apart by commas, in a text as `bot.query.terms.plain` or `asking.put` gives it.

    "a|the fee" is "a fee" and "the fee", "what … cost" has some words between or none, "^" is where the text opens and "$"
    where it ends.
    """
    return re.compile("|".join(map(_phrase, listed.split(","))))


def _phrase(listed: str) -> str:
    ends = {"^": r"^(?: \?)?", "$": " $", "…": f"(?: [^ |]+){{0,{GAP}}}?"}
    words = [ends.get(word) or rf" \??(?:{'|'.join(map(re.escape, word.split('|')))})" for word in listed.split()]
    return "".join(words) + ("" if listed.endswith("$") else "(?= )")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUESTION_WORDS: Final = _words("what which who whom whose when where why how")
CONTRACTED: Final[Mapping[str, str]] = {
    f"{word}'{end}": f"{word} {verb}"
    for word in QUESTION_WORDS
    for end, verb in (("s", "is"), ("d", "would"), ("ll", "will"))
}
ASKED_AFTER: Final = _words(
    "^ and or but so then to by for from of with at than above say says said tell know me us see is was were are did"
)
"""What stands before a question word that asks; elsewhere it joins a clause: "members who voted", "when it sat in June"."""
NO_MEANING: Final = _words(
    "at of on to in about before after with from he she they we it being next there what which who whom whose when where why how"
)
"""Words that stand in no question of what a thing is."""
WHETHER: Final = _words("did has have had was were is are will would does do can could should if whether")
"""What opens a question of whether something is so."""

_SUM = (
    "sum|price|prices|fee|fees|cost|costs|costing|grant|budget|overspend|underspend|balance|saving|savings|subsidy|deficit|surplus|rent|fine|"
    "donation|levy|salary|money|charge|loan|debt|pay|paid|paying"
)
_RISE = "rise|rises|risen|rose|fall|fallen|fell|increase|increased|grow|grown|grew"
_NO_SUM = (
    "more|less|longer|later|earlier|sooner|higher|lower|bigger|smaller|further|faster|slower|time|notice|land|space|room|waste|rubbish|water|rain|"
    "traffic|noise|energy|power|electricity|gas|oil|support|interest|progress|work"
)
_DOES = "did|do|does|will|would|was|were|is|has|have|had"
KINDS: Final[tuple[tuple[Wants, re.Pattern[str]], ...]] = (
    ("vote", phrases(
        "vote|votes|voted|voting|split|divide|divided|division|tie|tied|ties|casting|carried|defeated|motion, how narrow|narrowly,"
        "went for|against, was|were|out against, in favour")),
    ("why", phrases(
        "why, how come, what|which reason|reasons|ground|grounds, the reason|reasons for, is|was|were the reason|reasons, is|was|lay behind,"
        "what led|caused|prompted|explains, what brought about")),
    ("quantity", phrases(f"by how much, how much {_NO_SUM}, how much … {_RISE}, what|which share|percentage|proportion|percent|rate")),
    ("money", phrases(
        f"how much, ? … price|cost|fee, what price, ?what|?which … {_SUM}, ?what {_DOES} … … cost|pay, how large|big|high|small … {_SUM}|bill|invoice|bequest|legacy|"
        "precept|payment")),
    ("quantity", phrases(
        "how many|much|large|big|long|far|often|old, ? … number, number of, ^ the percentage|proportion|share|rate|length|total|number,"
        "?what|?which … share|percentage|proportion|percent|rate|figure|figures|amount|level|number|total|size|value,"
        "how did … number|figure|size|level|rate")),
    ("when", phrases("?when, when was|were|did|is|are|will|does|do|has|have|had|would, how soon, dates|date on|by which, the date when,"
        "what|which date|dates|day|days|time|month")),
    ("who", phrases(
        "?who|?whom|?whose, names of, what company|firm,"
        "?which … councillor|councillors|member|members|officer|officers|firm|company|person|people")),
    ("recommended", phrases(
        "recommend|recommends|recommended|recommending|recommendation|recommendations|proposal|proposals,"
        "officer|officers advise|advised|advising, asked to do|agree|approve|decide|note|consider|endorse")),
    ("promised", phrases("promise|promises|promised|undertake|undertook|undertaken|committed|commitment|commitments, bring back")),
    ("resolved", phrases(
        "resolve|resolves|resolved|resolution|resolutions|decide|decides|decided|concluded|agree|agrees|agreed|approve|approved|approval|adopt|"
        "adopted|endorse|endorsed|pick|picked|appoint|appointed|choose|chose|chosen|settle|settled, do with|about|over,"
        "? … decision|decisions, ?what|?which … decision|decisions")),
    ("list", phrases("^ list, list the|all, the list of, what are|were the …s, ?which …s")),
    ("meaning", phrases("?what it is, ?what do|does … mean, ?what do|does … do|involve|cover|mean $, ?what do|does … stand for")),
    ("list", phrases("?what are the")),
)  # fmt: skip
"""What a question asks for, by its words: the first kind that fits. "Who resolved to …" asks who."""
ACROSS: Final = phrases(
    "change|changes|changed|changing|across|twice|later|finally|slip|slips|slipped|slipping|compare|compared|compares|comparison|trend|since|ever|"
    "progress|progressed|follow-up|differ|differs|differed|different|difference|shift|shifts|shifted|risen|grown|evolved|varied,"
    "over time, over the years|months, each of, and then, at last, history of, what happened|became|came, what has become|happened, next meeting,"
    "follow|followed up, month by month, year on year, put back, by year, gone up|down, has|have|had fallen, each|every year|time|meeting,"
    "from one year|meeting, often|times was|were|did|has|have|had, how has|have|did … moved|move|developed|develop|altered|alter"
)
"""How a question asks how a matter went over several meetings."""
BROAD: Final = phrases(
    "?what … … said|say|discuss|discussed|hear|heard|talk|talked|mention|mentioned|know|hold|think about|on|of|regarding,"
    "^ anything|everything|background|information about|on|regarding, brief|update me on|about, the latest about|on|with,"
    "any news|update|updates|background|history about|on|of|regarding, ^ about, ^ what about"
)
"""How a question asks whatever was said of a matter."""
LATEST: Final = phrases(
    "now|current|currently|latest|actually|finally|still|today, at last, in the end, going to, end|ended up, is the next, what became,"
    "what has become|happened, ^ is|are|will|has|have"
)
"""How a question asks how things stand."""
NEWS: Final = _words("news update updates latest background history information anything everything position")
"""What a broad question calls the answer: no words of its matter."""

SILENT: Final = _words(
    """
    able according actually another any anything became become been came come comes back cllrs concerning does early evening exactly gave going gone
    happen happened happens held hold hear heard i've i'm involve involved late mid regarding somebody someone something soon
    tell stand stands mean means new explain told turned took use used using want wanted wants whole
    """
)
"""Words by which a question is put, beyond those that full text search leaves out: they say nothing of its matter."""
BUSINESS: Final = _words(
    """
    agree agreed ask asked council councillor councillors committee cllr decide decided decision meeting meetings
    member members minute minutes paper papers record recorded report reported reports resolution resolve resolved
    paragraph item agenda discussed discuss discussion mention mentioned figure number recommend recommended
    recommendation recommendations board commission partnership vote voted year years outcome propose proposed motion
    promise promised bring brought undertake undertook commitment commit settle settled choose chose pick picked
    date dates day days next time behind caused cause prompted hour share percentage proportion sum amount size total level people yearly
    """
)
"""Words of the business of meetings, or of the kind of answer that is wanted: papers hold the first everywhere, the answer need
not hold the second, so both rank weakly."""
MONEY: Final = _words("cost costs costing price priced pay paid paying spend spent")
"""Words that ask for a sum: the answer holds the sum, whatever it calls it."""

TITLES: Final = _words("councillor councillors cllr cllrs mr mrs ms miss dr sir")
"""What stands before a name and is none of it."""
OPENERS: Final = _words("two three four members given according name list remind describe")
"""What opens a question with a capital and is no name."""
LOOSE: Final = _words("and but then the that this by in on at from of for during since until to")
"""Words that lead nowhere where nothing stands after them."""

GOES_ON: Final = phrases(
    "^ and|but|so|or|also|then, ^ what|how about, ^ which of them|those|these, ^ what|who|anything else, ^ why not"
)
"""Openings of a question that goes on from what was said."""
STANDS_FOR: Final = _words("it its they them their theirs he him his she her those these ones instead else then")
"""Words that stand for something said before; and the words beside which others do, or do not."""
NO_PLACE: Final = _words("is are was were has have any")  # "there": "there were", "is there"
AFTER_THIS: Final = _words("year month week council")
AFTER_THAT: Final = _words("evening meeting day night year one")
BEFORE_THAT: Final = _words("does did is was do before after")
BEFORE_ONE: Final = _words("this that which the last first other another")
AGREES: Final = _words(
    "yes yeah yep ok okay sure please go on ahead carry continue tell me more do so right correct that one that's thanks thank you"
)
"""A turn of these words alone asks the question before it again."""
NO: Final = _words("no nope sorry actually not that wait rather correction oops")
"""What a correction opens with."""
MEANT: Final = phrases(
    "^ i meant|wanted to ask about|for, ^ i meant|wanted to say, ^ i meant|mean|wanted, ^ i was asking about|of, ^ make that, ^ it should be|say"
)
"""What stands before the words that a reader meant."""

SMALL_TALK: Final = phrases(
    "who|what|how are you, what can you do, help me, that's all, good morning|afternoon|evening, many thanks, thank you, very much, a lot, so much,"
    "ok|okay|great|hello|hi|hey|thanks|thx|cheers|bye|goodbye|lovely|help|test|then|again|there"
)
"""What no question is made of, alone or one after the other."""
OTHER_TOPICS: Final = phrases(
    "what is|will|was the weather, what's|how's the weather, how is the weather, weather forecast|today|tomorrow|like, will it rain|snow,"
    "recipe|recipes|bitcoin|horoscope, a joke, any jokes, my wedding|birthday|boyfriend|girlfriend, what time is it, meaning of life,"
    "square root, speed of light, premier league, world cup, stock market, share price, exchange rate, football score|scores|results,"
    "what should i wear|eat|cook|drink|watch|read|buy|say, i|you cook|bake|boil|roast|fry|knit,"
    "how tall|old|high|deep|far is the moon|sun|eiffel, ^ write … poem|song|story|haiku|limerick|essay,"
    "^ translate … french|german|spanish|italian|latin|polish,"
    "president|minister|king|queen of america|france|germany|china|russia|england|spain, president|minister|king|queen of the usa|united,"
    "^ who won|wins the match|game|cup|final|league|derby|race|oscar|oscars|lottery|eurovision,"
    "^ who won|wins the women's|men's|cup|county|world|league match|game|cup|final|league|derby|race"
)
"""How questions are put that no committee's papers answer. What a committee may speak of (flooding, a playing field) is not meant."""

THINGS_HELD: Final = (
    "committee|committees|bodies|body|council|councils|board|boards|panel|panels|meeting|meetings|paper|papers|document|documents|file|files|minutes|"
    "agenda|agendas|report|reports"
)
"""What a reader may ask for a list of."""
_HOLD = "hold|have|got|held|cover|know|contain"
ASKS_WHAT_IS_HELD: Final = phrases(
    f"^ what|which do|have|are|can you {_HOLD}, ^ what|which … {THINGS_HELD} do|have|are|can you {_HOLD},"
    f"^ list|show … {THINGS_HELD} you|held, ^ list|show … {THINGS_HELD} that you hold|have, ^ what|which {THINGS_HELD} are held|there|here|available"
)
OF_A_MATTER: Final = phrases(f"you {_HOLD} on|about|said, you {_HOLD} to say")
"""What is no list: "what do you have on the quay wall"."""
_DAYS_OF = ("when", "on what|which date|dates|day|days", "how often", "how many times")
_TIMES = "in|during|since|before|after|between|from|last|this"
ASKS_DAYS_MET: Final = phrases(
    ",".join(f"^ {opening} did|has|have … … … met|meet {end}" for opening in _DAYS_OF for end in ("$", _TIMES))
    + ", ^ list|show|give … … meetings of|by|that, ^ what|which meetings did|has|have … … … hold|held|have|had"
)
"""How the days are asked for on which a body met."""

ROUTINE: Final = _words(
    """
    action agenda announcement appointment attendance background cathaoirleach close closing communication conclusion condolence confidential
    congratulation convener correspondence decided decision declaration deputation election excluded exclusion exempt interest introduction item mayor
    mayoral membership minute motion opening petition prayer present press private public question reason recess restricted summary sympathy thank
    urgent welcome
    """
)
"""The business that every meeting has, by words without their "s". What a body resolved on it nobody asks first."""
ROUTINE_OPENINGS: Final = ("apolog", "chair", "substitut", "resol", "recommend", "adjourn")
"""What words of such business begin with."""
ROUTINE_PHRASES: Final = phrases(
    "matters arising, any other, other business, next meeting|meetings, work|working plan|plans|programme|programmes, forward plan, roll call,"
    "terms of reference, standing order|orders"
)

ONLY_NOTED: Final = phrases("noted|received|deferred|adjourned, correct record")
"""What a resolution has that settles nothing anybody would ask about."""

OUTCOMES: Final[Mapping[str, frozenset[str]]] = {
    "approved": _words(
        "approve approved approving approval accept accepted accepting agreed grant granted granting adopt adopted adopting carried"
    ),
    "refused": _words(
        "refuse refused refusing refusal reject rejected rejecting rejection declined dismissed lost defeated"
    )
    | {"turned down"},
    "deferred": _words("defer deferred deferring deferral postpone postponed postponing adjourned"),
    "withdrawn": _words("withdraw withdrew withdrawn withdrawing withdrawal"),
}
"""How a matter ends, each with the words that say so."""
SPEAK_AS_BODY: Final = _words(
    "assembly board cabinet commission committee council executive forum members councillors panel trustees it they"
)
"""Who decides as a body does, by the last word of his name."""
NO_PREMISE: Final = phrases(
    f"^ {'|'.join(sorted(WHETHER))}, whether|or|if|will|initially|originally|first|recommended|recommend|recommends|proposed|asked|"
    "nearly|almost, what happened|became, planning application|applications|permission, appeal|appeals"
)
"""What a question has that takes no ending as given, or one that others than the body that met may have made."""
NOT_DECIDING: Final = phrases(
    "recommended|recommends|recommend|recommendation|moved|reported|reminded|advised|informed|explained|said|stated|asked|told|previously|already|"
    "earlier|last|recalled|heard|understood|if|whether|would|should|could|may|might|unless|until|had|amendment|carried out|forward"
)
"""What a sentence has that decides nothing: it tells of another time, of what is wished, or of a part."""

AT_A_MEETING: Final = _words(
    "resolve decide decision agree approve adopt endorse appoint grant choose settle sign meeting minute record recommend ask say tell told "
    "attend discuss debate consider defer refuse reject elect chair present"
).union(VOTED, AGAINST, *DEEDS)
"""Words for what is done at a meeting, and not elsewhere."""
DONE_BY_PEOPLE: Final = _words("say tell told think thought want resign retire leave left died gone stood").union(
    *DEEDS
)
"""Words for what people do: after a name, they say that it is somebody's."""
