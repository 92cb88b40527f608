"""Questions that no committee's papers answer, whatever their words: the weather, recipes, a match, sums, a poem.

Known by how they are put. What a committee may speak of too (flooding, a school's kitchen, a playing field) is not meant.
"""

from __future__ import annotations

import re

_OFF_TOPIC = re.compile(
    "|".join(  # noqa: FLY002 - a line a topic
        (
            r"\b(?:what(?:'s|’s| is| will)?|how(?:'s|’s| is)?) (?:the )?weather\b|\bweather (?:forecast|today|tomorrow|like)\b|\bwill it (?:rain|snow)\b",
            r"\brecipes?\b|\bhow (?:do|can|should|long (?:do|should)) (?:I|you|we) (?:cook|bake|boil|roast|fry|knit)\b",
            r"\bwhat should I (?:wear|eat|cook|drink|watch|read|buy|say|do with my)\b|\bmy (?:wedding|birthday|boyfriend|girlfriend|horoscope)\b",
            r"\bwho (?:won|is winning|will win) the (?:\w+ ){0,3}(?:match|game|cup|final|league|derby|world cup|grand prix|race|oscars?|lottery|eurovision)\b",
            r"\b(?:football|rugby|cricket|hurling|tennis) (?:scores?|results?|table)\b|\bpremier league\b|\bworld cup\b",
            r"\b(?:tell me|know) (?:a|any) jokes?\b|\bwrite (?:me |us )?(?:a|an|some) (?:\w+ )?(?:poem|song|story|haiku|limerick|essay|code|program|script)\b",
            r"\bcapital (?:city )?of (?!(?:the )?(?:programme|budget|scheme|project))(?-i:[A-Z])\w+|\bwhat time is it\b|\bmeaning of life\b|\bspeed of light\b",
            r"\bhow (?:tall|old|high|deep) is (?:the )?(?:moon|sun|everest|eiffel)|\bsquare root\b|\bwhat(?:'s|’s| is) \d+(?:\.\d+)?\s*(?:[-+*x×/÷]|times|plus|minus)\s*\d+",
            r"\b(?:president|prime minister|king|queen) of (?:the )?(?:USA|United States|America|France|Germany|China|Russia|England|Spain)\b",
            r"\b(?:bitcoin|share price|stock market|exchange rate)\b|\btranslate\b.{0,60}\b(?:into|to) (?:French|German|Spanish|Italian|Latin|Polish)\b",
        )
    ),
    re.IGNORECASE,
)

_SMALL_TALK = re.compile(
    r"\W*(?:(?:ok(?:ay)?|great|hello|hi|hey|good (?:morning|afternoon|evening)|(?:many )?thanks|thank you|thx|cheers|(?:good)?bye|lovely|"
    r"who are you|what are you|how are you|what can you do|help(?: me)?|test|very much|a lot|so much|then|again|there|that’s all|that's all)\W*)+",
    re.IGNORECASE,
)


def is_off_topic(question: str) -> bool:
    """Whether a question is put as none is that papers of meetings answer."""
    return bool(_SMALL_TALK.fullmatch(question) or _OFF_TOPIC.search(question))
