"""Questions that no committee's papers answer, whatever their words: the weather, recipes, a match, sums, a poem.

Known by how they are put. What a committee may speak of too (flooding, a school's kitchen, a playing field) is not meant.
"""

from __future__ import annotations

from bot.query.terms import words

_SMALL_TALK = (
    *("who are you", "what are you", "how are you", "what can you do", "help me", "that's all", "good morning"),
    *("good afternoon", "good evening", "many thanks", "thank you", "very much", "a lot", "so much"),
    *"ok okay great hello hi hey thanks thx cheers bye goodbye lovely help test then again there".split(),
)
"""What may stand alone or one after the other, the longer first."""
_PHRASES = (
    *(f"{ask} the weather" for ask in ("what is", "what's", "how is", "how's", "what will")),
    *("weather forecast", "weather today", "weather tomorrow", "weather like", "will it rain", "will it snow"),
    *("what time is it", "meaning of life", "speed of light", "square root", "premier league", "world cup"),
    *("share price", "stock market", "exchange rate", "football score", "football scores", "football results"),
    *("recipe", "recipes", "bitcoin", "a joke", "any jokes"),
    *(f"my {thing}" for thing in "wedding birthday boyfriend girlfriend horoscope".split()),
    *(f"what should i {do}" for do in "wear eat cook drink watch read buy say".split()),
    *(f"{who} {do}" for who in ("i", "you") for do in "cook bake boil roast fry knit".split()),
    *(f"how {far} is the {thing}" for far in "tall old high deep far".split() for thing in "moon sun eiffel".split()),
    *(
        f"{who} of {land}"
        for who in ("president", "prime minister", "king", "queen")
        for land in "the usa|the united states|america|france|germany|china|russia|england|spain".split("|")
    ),
)
_BIDDEN = {
    "write": frozenset("poem song story haiku limerick essay".split()),
    "translate": frozenset("french german spanish italian latin polish".split()),
}
"""What a question bids to be done in its first word, and words one of which stands beside."""
_WON = ("who won the", "who is winning the", "who will win the")
_GAMES = frozenset("match game cup final league derby race oscar oscars lottery eurovision".split())
_NAME_OF_A_GAME = 3  # words: "the women's county final"
_SIGNS = frozenset("times plus minus".split())


def is_off_topic(question: str) -> bool:
    """Whether a question is put as none is that papers of meetings answer."""
    said = [word.text.lower().replace("’", "'") for word in words(question)]
    return _is_small_talk(said) or _is_of_another_topic(said) or _asks_of_a_capital(question)


def _is_small_talk(said: list[str]) -> bool:
    left = _apart(said)
    for phrase in _SMALL_TALK:
        left = left.replace(_apart(phrase.split()), "")
    return not left.strip()


def _apart(said: list[str]) -> str:
    """Words each with a space on both sides, so that phrases that stand side by side share none."""
    return "".join(f" {word} " for word in said)


def _is_of_another_topic(said: list[str]) -> bool:
    text = f" {' '.join(said)} "
    if any(f" {phrase} " in text for phrase in _PHRASES):
        return True
    if said and not _BIDDEN.get(said[0], frozenset()).isdisjoint(said):
        return True
    won = next((phrase for phrase in _WON if text.startswith(f" {phrase} ")), "")
    if won and not _GAMES.isdisjoint(said[len(won.split()) :][:_NAME_OF_A_GAME]):
        return True
    sums = zip(said, said[1:], said[2:], strict=False)
    return any(sign in _SIGNS and one.isdigit() and other.isdigit() for one, sign, other in sums)


def _asks_of_a_capital(question: str) -> bool:
    """Whether it asks of the capital of a place: a scheme's capital is another."""
    _, asked, place = question.partition("apital of ")
    return bool(asked) and place[:1].isupper()
