from index.thesaurus import other_words, words_of_others


def test_an_everyday_word_has_the_papers_name():
    assert ("tip", "household waste recycling centre") in other_words("When does the tip open?")


def test_it_goes_both_ways():
    assert ("household waste recycling centre", "tip") in other_words("the household waste recycling centre at Marl")


def test_a_word_of_no_group_has_no_other():
    assert other_words("What of the quay?") == []


def test_the_other_names_make_one_text():
    assert (
        words_of_others([("tip", "dump"), ("tip", "civic amenity site"), ("rubbish", "dump")])
        == "dump civic amenity site"
    )
