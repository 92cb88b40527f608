from screens.drawing.markup import label, marked, message, safe


def test_a_paper_cannot_bring_markup_along():
    assert safe('<img src=x onerror="alert(1)">') == "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;"


def test_a_label_means_nothing_in_markdown():
    assert label("Cost of $40 *each*: [see](x)") == r"Cost of \$40 \*each\*\: \[see\]\(x\)"


def test_a_message_shows_its_command():
    assert message("run `add <FOLDER>`") == "run <code>add &lt;FOLDER&gt;</code>"


def test_a_quotation_is_marked_where_it_stands():
    texts, found = marked(["The wall moved. The wall be mended."], "The wall be mended.")
    assert found
    assert texts == ["The wall moved. <mark>The wall be mended.</mark>"]


def test_a_quotation_over_several_paragraphs_is_marked_in_each():
    texts, found = marked(["We RESOLVED", "(1) mend & paint", "(2) report"], "RESOLVED\n(1) mend & paint")
    assert found
    assert texts == ["We <mark>RESOLVED</mark>", "<mark>(1) mend &amp; paint</mark>", "(2) report"]


def test_a_quotation_with_a_gap_is_marked_in_its_parts():
    assert marked(["one two three four"], "one […] four")[0] == ["<mark>one</mark> two three <mark>four</mark>"]


def test_white_space_alone_may_differ():
    assert marked(["the  quay\nwall"], "the quay wall")[0] == ["<mark>the  quay\nwall</mark>"]


def test_a_repeated_phrase_is_marked_in_the_paragraph_cited():
    assert marked(["agreed", "agreed"], "agreed", first=1)[0] == ["agreed", "<mark>agreed</mark>"]


def test_nothing_is_marked_where_not_all_of_a_quotation_stands():
    assert marked(["the quay <wall>"], "the quay […] gate") == (["the quay &lt;wall&gt;"], False)
