import pytest

from dateline.lexicon import mapping
from dateline.link.compare import weights
from dateline.link.features import names
from dateline.link.grade import CONDITIONS, rules
from dateline.link.sides import blocs, outlet_side, rivals


def test_every_weight_has_a_feature_and_every_feature_a_weight() -> None:
    assert set(weights().features) == set(names())


def test_an_action_is_in_one_family() -> None:
    listed = [a for actions in mapping("linking")["families"].values() for a in actions]
    assert len(listed) == len(set(listed))


def test_the_last_grading_rule_asks_nothing() -> None:
    assert not set(rules()[-1]) & set(CONDITIONS)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("SYR:military", "group:islamic_state", True),
        ("SYR:military", "RUS:military", False),
        ("SYR:rebels", "group:al_nusra", False),
        ("SOM:military", "group:al_shabab", True),
        ("PER:military", "group:shining_path", True),
        ("PER:military", "PER:police", False),
        ("PER:civilians", "group:shining_path", False),
        ("PER:rebels", "group:shining_path", False),
    ],
)
def test_rivals(a: str, b: str, expected: bool) -> None:
    assert rivals(a, b) is rivals(b, a) is expected


def test_an_outlet_stands_with_its_owner() -> None:
    assert outlet_side("SANA") == "SYR:government"
    assert outlet_side("an outlet nobody knows") is None


def test_a_body_above_states_has_no_side() -> None:
    assert blocs("org:un") == frozenset()


@pytest.mark.parametrize("actor", ["UKR:rebels", "SOM:opposition", "TUR:rebels"])
def test_who_opposes_a_state_is_not_of_its_side(actor: str) -> None:
    assert blocs(actor) == frozenset()
