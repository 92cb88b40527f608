"""Phrases that mean the same in every kind of paper: who was there, what is exempt, how a vote fell."""

from __future__ import annotations

import re

EXEMPT = re.compile(
    r"\bby virtue of paragraphs?\b|\bdocument is restricted\b|\bnot for publication\b|\bexempt items?\b\s*(?:\(|$)"
    r"|\b(?:press|public) (?:and (?:press|public) )?be excluded\b|\bexcluding the (?:press|public)\b|\bno exempt items\b"
    r"|^(?!\W*for publication).*\b(?:exempt|confidential)\b.*\bschedule 12A\b|\bschedule 12A\b.*\b(?:exclu\w+|exempt)\b|\bexclusion of (?:the )?(?:press|public)\b.{10,}",
    re.IGNORECASE,
)
FRONT_SHEET = re.compile(r"\W*(?:public |supplementary )?agenda\b(?! item)", re.IGNORECASE)
"""The title of an agenda, which fronts a pack."""
PRESENT_WITHIN = re.compile(
    r"\b(?:attendance|present|attendees)\s*[:;–-]+\s*(?:cllrs?|councillors?|alderm[ae]n|mrs?|ms|dr)\b|\b(?:present|in attendance|attending(?: the meeting)?) (?:were|was)\b",
    re.IGNORECASE,
)
"""A list of those present within an opening that stands in one line with the title."""
_ATTENDANCE = re.compile(
    r"\W*(?:(?:yn )?(?:presennol|bresennol)\s*/\s*|ymddiheuriadau\s*/\s*|[ia]s? láthair\s*/\s*)?(?:(?:board members |members |councillors |governors |trustees |directors |officers |officials |also |those )?(?:present|in attendance|attending|presennol|yn bresennol|sederunt)(?: in (?:the )?chair| (?:by|via|on) (?:zoom|teams|video\w*|telephone))?(?:\s*\([^)]{1,40}\))?\s*(?:[:;–-]|(?-i:[A-Z])|$)"
    r"|(?:attendance|attendees|apologies|invited|substitutes?|observers?|in the chair|chair|chairman|minute taker|officers|officials in attendance|advis[eo]rs?|independent persons?|by invitation|as láthair)\s*[:;–-]"
    r"|(?:an )?apolog(?:y|ies) (?:for (?:absence|(?:his|her|their) inability to attend(?: the (?:meeting))?) )?(?:were |was |has been |have been |had been )?(?:received|given|submitted|accepted)"
    r"|(?:(?:\w+ ){0,2}(?:members|trustees|commissioners|supervisors|directors|governors|councillors|individuals|those|others) )?(?:present|in attendance|attending)(?: the meeting)?(?: in person)?\s*(?:were\b|was\b|:)"
    r"|(?:attendees|present|apologies|invited) (?-i:[A-Z][a-z]+ [A-Z])|attendees\W*$|(?:\w+ )?attendees\W*$|roll call\s*[:–-]|presiding\s*:|i láthair|leithscéal(?:ta)?\s*:|members of the public\s*[:–-])",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\W*(?:(?:recorded|named) votes?\b|voting\W|.{0,80}\bvot(?:ed|ing)\W{1,3}(?:(?:in favour|for)\b.{0,30}\bagainst\b|for \d)|(?:motion|amendment)\s*[-–:]\s*\d+|.{0,80}\bvoted as follows\b|.{0,60}\bresult of the vot(?:e|ing)\b|.{0,40}\bvote was (?:then |duly )?(?:taken|held)\b.{0,60}\bas follows\b|there (?:were|was) (?:no|one|two|three|\d+) abstentions?\W*$"
    r"|(?:voting |votes? )?(?:for|against|abstain(?:ed|ing)?|abstentions?|in favour)(?: of)?(?: the (?:motion|amendment|proposal|recommendation))?\s*(?:\(\d+\)|[:–-]|\d+\b)"
    r"|.{0,80}\b(?:named|recorded) vote\b.{0,60}\b(?:for|in favour)\s*[:(-]"
    r"|(?:on|upon) a (?:division|vote)\b.{0,60}\b(?:votes? (?:was|were) (?:cast )?as follows|(?:there )?voted|result was)\b.{0,20}:\W*$"
    r"|.{0,120}\b(?:put|voted upon)\b(?: to (?:the|a) vote)?\s*[:,-]\s*\d{1,3} (?:in favour|for|votes?)\b.{0,200}\b(?:against|abst)"
    r"|(?:an? |the )?(?:amendment|motion|proposal|substantive motion|amended motion)\b.{0,60}\b(?:carried|lost|fell|defeated)\b|(?:carried|lost)\W*$"
    r"|.{0,80}\bdeclared\b.{0,60}\b(?:carried|lost|defeated)\b|votes? (?:for|against)\b|(?:ayes?|noes|nays?)\s*[:(]|as a result of (?:a|the) vote\b|on being put to the vote\b)",
    re.IGNORECASE,
)
_VOTE_HEAD = re.compile(
    r"\W*(?:(?:votes? )?(?:for|against|in favour(?: of)?)(?: (?:the (?:amended |original |substantive )?(?:motion|amendment|proposal|recommendation|resolution)|(?:councillor|cllr|cmhlr|mr|mrs|ms)\b\.? .{2,40}))?|abstain(?:ed|ing)?|abstentions?|ayes?|noes|nays?)\W*(?:\(\d+\))?\W*",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"(?:[A-Z][\w’'. -]{1,40}:\s*\d{1,4}\s*[;,]?\s*){2,}$")


def attendance_lead(text: str) -> bool:
    """Whether the text opens a list of those present, in attendance or absent."""
    return bool(_ATTENDANCE.match(text))


def is_vote(text: str) -> bool:
    """Whether the text gives names or counts for, against or abstaining, or says how the vote fell."""
    return bool(_VOTE.match(text) or _COUNTS.match(text) or is_vote_head(text))


def is_vote_head(text: str) -> bool:
    """Whether the text only says how those voted whose names follow: "For the proposal", "Abstentions (2)"."""
    return bool(_VOTE_HEAD.fullmatch(text))
