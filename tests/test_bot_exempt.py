from bot.exempt import paragraphs_of_schedule


def test_the_paragraphs_that_a_notice_names_are_read():
    assert paragraphs_of_schedule("as defined in paragraphs 2 and 6 of Part 1 of Schedule 12A") == "2 and 6"
    assert paragraphs_of_schedule("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A") == "3"
    assert paragraphs_of_schedule("The item was taken in private.") == ""
