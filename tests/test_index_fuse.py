from index.fuse import Weights, fuse, scaled


def test_scores_become_shares_of_the_best():
    assert scaled({"a": 8.0, "b": 2.0}) == {"a": 1.0, "b": 0.25}
    assert scaled({}) == {}
    assert scaled({"a": -1.0}) == {}


def test_both_legs_count_by_their_weights():
    ranked = fuse({"a": 15.0, "b": 6.0}, {"b": 0.8, "c": 0.25}, Weights(1.0, 1.0))
    assert ranked == [("b", 1.0), ("a", 0.5), ("c", 0.25)]


def test_a_leg_of_weight_nothing_is_switched_off():
    assert [id_ for id_, score in fuse({"a": 1.0}, {"b": 1.0}, Weights(1.0, 0.0)) if score] == ["a"]


def test_ties_come_in_the_order_of_ids():
    assert [id_ for id_, _ in fuse({"b": 1.0, "a": 1.0}, {}, Weights())] == ["a", "b"]
