"""The question inside a polite one: "I should be grateful if you would tell me what was resolved" asks what was resolved.

The words of courtesies (kind, wonder, obliged) stand in papers too: left in, each would be looked for as if it were asked about.
"""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"^\W*(?:good (?:morning|afternoon|evening|day)|hello|hi|dear [\w ]{2,30}?|many thanks|thank you|thanks)\b[\s,.!:–-]+",
    re.IGNORECASE,
)
_YOU = r"(?:(?:please|kindly|possibly|perhaps|also|further|just|both)\s+)*"
_TELL = (
    r"(?:tell(?:ing)?|let(?:ting)?|inform(?:ing)?|give|giving|show(?:ing)?|explain(?:ing)?|say(?:ing)?|confirm(?:ing)?|list(?:ing)?|"
    r"quot(?:e|ing)|read(?:ing)?|trac(?:e|ing)|remind(?:ing)?|clarify|set(?:ting)? out|provid(?:e|ing)|send(?:ing)?|help)"
)
_TO_ME = r"(?:\s+(?:to |for )?(?:me|us)\b)?(?:,? please,?)?(?:\s+(?:know|have|with|understand|find(?: out)?|see))*\b"
_ASK_YOU = (
    rf"(?:can|could|would|will|might) you\s+{_YOU}(?:(?:be (?:so (?:good|kind) as|kind enough|good enough|able)|mind)\s*(?:to\s+)?)?{_YOU}"
    rf"{_TELL}{_TO_ME}"
)
_MAY_I = (
    r"(?:may|might|can|could) I\s+(?:(?:please|also|just)\s+)*(?:ask|enquire|inquire|know|have|trouble you for|be told)"
    rf"(?:\s+(?:you|about|as to))?(?:\s+to\s+{_TELL}{_TO_ME})?"
)
_GLAD = (
    r"I(?:['’]d| would| should| am|['’]m)\s+(?:be\s+)?(?:(?:most|very|so|also|really|much)\s+)*"
    r"(?:grateful|obliged|pleased|glad|happy|thankful|interested|curious|keen|appreciate(?: it)?|like|love|welcome)"
    rf"(?:\s+(?:if|were) you (?:could|would|can|were able to)\s+{_YOU}{_TELL}{_TO_ME}|\s+your telling me|\s+being told|"
    rf"\s+(?:to (?:know|learn|hear|see|be told|have|understand|ask|find out))|\s+for|\s+an account of)?"
)
_WONDER = rf"I(?:['’]m| am)? (?:wonder(?:ing)?|was wondering|want to know|need to know)(?:,? please,?)?(?:\s+if (?:you (?:could|would|can)\s+{_YOU}{_TELL}{_TO_ME}))?"
_BID = rf"(?:please|kindly)\s+(?:be so (?:kind|good) as to\s+)?{_TELL}(?:\s+(?:to |for )?(?:me|us)\b)(?:\s+know)?|tell me|let me know"
_POSSIBLE = rf"would it be possible (?:for you )?to\s+{_YOU}{_TELL}{_TO_ME}"
_FRAME = re.compile(
    rf"(?P<before>^|[,;:.!]\s+|\band (?:should|would)\s+)(?:and\s+)?(?:(?:please|so)[\s,]+)?"
    rf"(?:{_ASK_YOU}|{_MAY_I}|{_GLAD}|{_WONDER}|{_BID}|{_POSSIBLE})[\s,]+(?=\S)",
    re.IGNORECASE,
)
_WHAT_IT_WAS = re.compile(r"\b(?P<word>what|who|when|where|why) (?:it (?:is|was)|(?:is|was) it) that\b", re.IGNORECASE)
_INSET = re.compile(
    r",?\s*\b(?:if (?:you would be so kind|I may(?: ask)?|you (?:please|don['’]t mind|could|can))|(?:may|might) I ask|"
    r"please|kindly|many thanks|thank you(?: very much)?|thanks(?: very much)?)\b[,.!]*(?=\s|\?|$)",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    """A question without its courtesies; as it is where it has none, or nothing else."""
    bare = _GREETING.sub("", text.strip())
    bare = _FRAME.sub(lambda found: found["before"] if found["before"].strip() in {";", ":", ".", "!"} else " ", bare)
    bare = _INSET.sub("", bare)
    bare = " ".join(_WHAT_IT_WAS.sub(r"\g<word>", bare).split()).strip(" ,;")
    if bare == text.strip() or not any(map(str.isalnum, bare)):
        return text
    return bare[0].upper() + bare[1:].rstrip(" .?") + "?"
