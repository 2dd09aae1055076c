"""What a person decided of a claim lasts: over linking, over newer coders, over crashes."""

from __future__ import annotations

import shutil
from dataclasses import replace

import duckdb
import pytest
from reviewing import decide, recode, said, standing
from wars import war

from dateline.claims.record import Figure
from dateline.document import Span
from dateline.errors import LedgerError
from dateline.export.jsonl import lines
from dateline.ledger import Ledger
from dateline.ledger.links_judge import judge
from dateline.ledger.links_read import incidents, linkings, unlinked_reviews
from dateline.ledger.links_write import relink
from dateline.ledger.query import Query, entries
from dateline.ledger.reviews_read import awaiting, reviewed, reviews
from dateline.ledger.reviews_write import Claims, decided, keep
from dateline.ledger.schema import LINKS, TABLES, VERSION

SEVEN = {"quantities": [{"measure": "killed", "low": 7, "high": 7, "text": "4"}]}


@pytest.fixture(scope="module")
def linked(empty_ledger, tmp_path_factory):
    """The ledger of the wars, made once."""
    return war(shutil.copy(empty_ledger, tmp_path_factory.mktemp("linked") / "war.db"))


@pytest.fixture
def ledger(linked, tmp_path):
    with Ledger(shutil.copy(linked, tmp_path / "war.db")) as opened:
        yield opened


def same(claim):
    return [claim]


def killed(ledger):
    """Low and high of the dead of the raid."""
    raid = next(i for i in incidents(ledger) if i.figures)
    return raid.figures[0].low, raid.figures[0].high


def shelled(claim):
    """A newer coder that takes strikes for shelling."""
    return [replace(claim, action="shelling")] if claim.action == "airstrike" else [claim]


def test_a_rejected_claim_is_gone_from_claims_counts_and_incident_figures(ledger):
    assert killed(ledger) == (4, 19)
    decide(ledger, said(ledger, "radio", "killed"), "rejected", note="a rumour")
    assert ("radio", "killed") not in standing(ledger)
    assert ledger.ask("SELECT count(*) FROM current") == [(5,)]
    assert unlinked_reviews(ledger) == 1
    linking, _, new = relink(ledger)
    assert new and linking.claims == 5 and unlinked_reviews(ledger) == 0
    assert killed(ledger) == (4, 4)


def test_a_rejected_claim_is_shown_to_who_asks_for_it(ledger):
    decide(ledger, said(ledger, "radio", "killed"), "rejected", note="a rumour")
    (claim,) = standing(ledger, review="rejected").values()
    assert (claim.review.verdict, claim.review.who, claim.review.note) == ("rejected", "ada", "a rumour")
    assert len(standing(ledger, review="all")) == 6
    assert len(standing(ledger, review="none")) == 5


def test_a_rejected_claim_stays_out_when_a_newer_coder_finds_it_again(ledger):
    decide(ledger, said(ledger, "news", "struck"), "rejected")
    recode(ledger, same)
    assert ("news", "struck") not in standing(ledger)
    (found,) = reviewed(ledger).values()
    assert found.settled and found.claim.review.since == "same"


def test_a_correction_outlives_a_newer_coder_with_the_coders_values_beside_it(ledger):
    decide(ledger, said(ledger, "news", "killed"), "corrected", changes=SEVEN)
    recode(ledger, same)
    claim = standing(ledger)["news", "killed"]
    assert (claim.quantities[0].low, claim.quantities[0].rule) == (7, "review")
    assert claim.review.machine["quantities"][0]["low"] == 4 and claim.review.since == "same"
    relink(ledger)
    assert killed(ledger) == (7, 19)


def test_a_correction_keeps_the_id_and_all_that_was_not_corrected(ledger):
    before = standing(ledger)["news", "killed"]
    decide(ledger, before, "corrected", changes=SEVEN)
    after = standing(ledger)["news", "killed"]
    changed = {k for k in ("id", "span", "agents", "places", "time", "attribution", "action", "status")
               if getattr(before, k) != getattr(after, k)}  # fmt: skip
    assert changed == set() and after.confidence is None


def test_codes_and_effects_follow_a_correction(ledger):
    taken = said(ledger, "news", "taken")
    decide(ledger, taken, "corrected", changes={"status": "denied"})
    assert standing(ledger)["news", "taken"].effects == ()
    decide(ledger, taken, "corrected", changes={"status": "occurred"})
    claim = standing(ledger)["news", "taken"]
    assert claim.effects[0].after == "SYR:military" and claim.codes.cameo == "192"


def test_a_confirmed_claim_keeps_what_was_confirmed_and_says_what_the_coder_has_since(ledger):
    decide(ledger, said(ledger, "news", "struck"), "confirmed")
    recode(ledger, shelled)
    claim = standing(ledger)["news", "struck"]
    assert claim.action == "airstrike" and claim.review.verdict == "confirmed"
    assert (claim.review.since, claim.review.machine["action"]) == ("otherwise", "shelling")
    assert standing(ledger)["radio", "struck"].action == "shelling"
    (found,) = reviewed(ledger).values()
    assert not found.settled and ("action", "airstrike", "shelling") in found.news


def test_a_claim_that_a_newer_coder_no_longer_finds_stays_and_is_listed(ledger):
    decide(ledger, said(ledger, "news", "struck"), "confirmed")
    recode(ledger, lambda claim: [] if claim.trigger == "struck" else [claim])
    assert ("news", "struck") in standing(ledger) and ("radio", "struck") not in standing(ledger)
    (found,) = reviewed(ledger).values()
    assert (found.claim.review.since, found.settled, found.now) == ("gone", False, ())
    # Somebody looked at it again: it is no longer listed as open, and still says what the coder does.
    decide(ledger, found.claim, "confirmed")
    (found,) = reviewed(ledger).values()
    assert (found.claim.review.since, found.settled) == ("gone", True)


def wider(claim):
    """A newer coder that takes one character more for the event."""
    if claim.trigger != "struck":
        return [claim]
    return [replace(claim, span=Span(claim.span.start, claim.span.end + 1), trigger="struck ")]


def test_what_was_confirmed_goes_before_a_claim_at_overlapping_words_which_is_listed(ledger):
    decide(ledger, said(ledger, "news", "struck"), "confirmed")
    recode(ledger, wider)
    found = standing(ledger)
    assert ("news", "struck") in found and ("news", "struck ") not in found
    assert ("radio", "struck ") in found
    (listed,) = reviewed(ledger).values()
    assert listed.claim.review.since == "moved" and [c.trigger for c in listed.now] == ["struck "]


def test_a_rejection_takes_no_other_words_with_it_and_says_that_they_are_there(ledger):
    decide(ledger, said(ledger, "news", "struck"), "rejected")
    recode(ledger, wider)
    assert ("news", "struck ") in standing(ledger)
    (listed,) = reviewed(ledger).values()
    assert not listed.settled and listed.claim.review.since == "moved"


def test_claims_inside_one_another_are_reviewed_apart(ledger):
    recode(ledger, lambda claim: [claim, *wider(claim)] if claim.trigger == "struck" else [claim])
    decide(ledger, said(ledger, "news", "struck"), "confirmed")
    assert {("news", "struck"), ("news", "struck ")} <= set(standing(ledger))


def test_of_two_reviews_the_later_holds_and_both_are_kept(ledger):
    struck = said(ledger, "news", "struck")
    decide(ledger, struck, "rejected", who="bo")
    decide(ledger, struck, "confirmed", who="ada")
    assert standing(ledger)["news", "struck"].review.who == "ada"
    assert ledger.ask("SELECT who, verdict FROM reviews ORDER BY id") == [
        ("bo", "rejected"),
        ("ada", "confirmed"),
    ]


def test_a_withdrawn_review_leaves_the_claim_to_the_coder(ledger):
    killed_ = said(ledger, "news", "killed")
    decide(ledger, killed_, "corrected", changes=SEVEN)
    decide(ledger, killed_, "withdrawn")
    claim = standing(ledger)["news", "killed"]
    assert claim.review is None and claim.quantities[0].low == 4
    assert reviews(ledger) == {}


def test_a_second_correction_keeps_the_first(ledger):
    killed_ = said(ledger, "news", "killed")
    decide(ledger, killed_, "corrected", changes=SEVEN)
    decide(ledger, killed_, "corrected", changes={"status": "possible"}, who="bo")
    claim = standing(ledger)["news", "killed"]
    assert (claim.status, claim.quantities[0].low, claim.review.who) == ("possible", 7, "bo")
    assert set(claim.review.machine) >= {"status", "quantities"}


def test_corrected_values_are_what_claims_are_asked_by(ledger):
    struck = said(ledger, "news", "struck")
    changes = {"action": "shelling", "places": [{"text": "Marr"}], "agents": [{"text": "rebels"}]}
    decide(ledger, struck, "corrected", changes=changes)
    for asked in ({"action": "shelling"}, {"place": "Marr"}, {"actor": "rebels"}):
        assert set(standing(ledger, **asked)) == {("news", "struck")}
    assert ("news", "struck") not in standing(ledger, action="airstrike")


def test_a_run_is_read_as_it_coded(ledger):
    decide(ledger, said(ledger, "news", "killed"), "corrected", changes=SEVEN)
    claim = standing(ledger, run=1)["news", "killed"]
    assert claim.review is None and claim.quantities[0].low == 4


def test_an_imported_claim_with_an_id_of_its_own_is_reviewed_by_its_words(ledger):
    recode(ledger, lambda claim: [replace(claim, given_id=f"own-{claim.id}")])
    own = standing(ledger)["news", "struck"]
    decide(ledger, own, "rejected")
    recode(ledger, same, version="3")
    assert ("news", "struck") not in standing(ledger)


@pytest.mark.parametrize(
    ("verdict", "given", "reason"),
    [
        ("corrected", {"changes": {"action": "conquer"}}, "no such action: conquer"),
        ("corrected", {"changes": {"action": "airstrike"}}, "nothing is corrected"),
        ("corrected", {"changes": {"confidence": 1.0}}, "cannot be corrected: confidence"),
        ("corrected", {"changes": {"agents": [{"text": "x", "kind": "warriors"}]}}, "no such kind of party"),
        ("confirmed", {"changes": {"action": "shelling"}}, "confirmed, yet with other values"),
        ("confirmed", {"who": " "}, "nobody's name"),
        ("withdrawn", {}, "nothing to withdraw"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_kept(ledger, verdict, given, reason):
    with pytest.raises(ValueError, match=reason):
        decide(ledger, said(ledger, "news", "struck"), verdict, **given)
    assert ledger.ask("SELECT count(*) FROM reviews") == [(0,)]


@pytest.mark.parametrize("name", ["c_nobody", "c_", ""])
def test_a_claim_is_named_by_its_id_or_a_beginning_that_is_its_alone(ledger, name):
    with pytest.raises(LedgerError, match="claim"):
        Claims(ledger).named(name)
    struck = said(ledger, "news", "struck")
    assert Claims(ledger).named(struck.id[:8]).stands.id == struck.id


def test_what_cannot_be_kept_leaves_nothing(ledger):
    claims = Claims(ledger)
    good = decided(claims.named(said(ledger, "news", "struck").id), "confirmed", who="ada")
    broken = replace(good, claim=replace(good.claim, confidence="sure"))
    with pytest.raises(LedgerError):
        keep(ledger, [good, broken])
    counted = [ledger.ask(f"SELECT count(*) FROM {t}")[0][0] for t in ("reviews", "claims")]
    assert counted == [0, 6]


def test_what_awaits_review_comes_least_sure_first(ledger):
    sure = {"struck": 0.9, "killed": 0.2, "taken": None, "holds": 0.5}
    recode(ledger, lambda claim: [replace(claim, confidence=sure[claim.trigger])])
    decide(ledger, said(ledger, "news", "killed"), "confirmed")
    found = [(document.name, claim.trigger) for document, claim in awaiting(ledger, limit=9)]
    assert found == [
        ("radio", "killed"),
        ("radio", "holds"),
        ("news", "struck"),
        ("radio", "struck"),
        ("news", "taken"),
    ]
    assert len(awaiting(ledger, limit=1)) == 1
    assert {d.name for d, _ in awaiting(ledger, limit=9, document="radio")} == {"radio"}


def test_a_coder_that_is_only_surer_says_the_same(ledger):
    decide(ledger, said(ledger, "news", "struck"), "confirmed")
    recode(ledger, lambda claim: [replace(claim, confidence=0.99, rule="another")])
    (found,) = reviewed(ledger).values()
    assert found.settled and found.claim.review.machine == {}


def test_the_same_ledger_gives_the_same_bytes(ledger):
    decide(ledger, said(ledger, "news", "killed"), "corrected", changes=SEVEN)
    first = [list(lines(entry)) for entry in entries(ledger)]
    assert first == [list(lines(entry)) for entry in entries(ledger)]
    assert '"verdict": "corrected"' in first[0][2]


def old_ledger(path, sql, version):
    with duckdb.connect(str(path)) as connection:
        connection.execute(sql)
        connection.execute(f"INSERT INTO ledger VALUES ('dateline ledger', {version}, '0.1')")
    return path


VERSION_2 = TABLES + LINKS.replace(",\n    review INTEGER DEFAULT 0", "")


@pytest.mark.parametrize(("sql", "version"), [(TABLES, 1), (VERSION_2, 2)])
def test_an_older_ledger_is_read_as_it_is_and_brought_up_to_date_by_a_review(tmp_path, sql, version):
    assert "review" not in VERSION_2.replace("`review`", "")
    path = old_ledger(tmp_path / "old.db", sql, version)
    with Ledger(path, read_only=True) as old:
        assert (reviewed(old), awaiting(old, limit=9), list(entries(old)), linkings(old)) == ({}, [], [], [])
    with Ledger(path) as opened:
        assert opened.ask("SELECT version FROM ledger") == [(VERSION,)]
    war(path)
    with Ledger(path) as opened:
        decide(opened, said(opened, "news", "struck"), "rejected")
        assert relink(opened)[0].review == 1


def test_a_linked_ledger_of_version_2_keeps_its_linking(ledger_path):
    war(ledger_path)
    with duckdb.connect(str(ledger_path)) as connection:
        for view in ("current", "standing", "current_reviews"):
            connection.execute(f"DROP VIEW {view}")
        connection.execute("DROP TABLE reviews; ALTER TABLE linkings DROP COLUMN review")
        connection.execute(
            "CREATE VIEW current AS SELECT claims.* FROM claims "
            "JOIN current_codings ON claims.coding = current_codings.id; UPDATE ledger SET version = 2"
        )
    with Ledger(ledger_path, read_only=True) as old:
        assert len(incidents(old)) == 2 and unlinked_reviews(old) == 0
        assert len(standing(old)) == 6
    with Ledger(ledger_path) as opened:
        assert relink(opened)[2] is False
        decide(opened, said(opened, "news", "struck"), "rejected")
        assert relink(opened)[2] is True


def test_parts_that_a_new_list_shares_with_the_old_keep_their_rules(ledger):
    two = Figure(text="4", span=Span(0, 1), measure="wounded", low=2, high=2, bound="exact", rule="counted")
    recode(ledger, lambda claim: [replace(claim, quantities=(*claim.quantities, two))])
    claim = standing(ledger)["news", "killed"]
    wounded = {"text": "4", "span": [0, 1], "measure": "wounded", "low": 2, "high": 2}
    decide(ledger, claim, "corrected", changes={"quantities": [*SEVEN["quantities"], wounded]})
    found = standing(ledger)["news", "killed"]
    assert [figure.rule for figure in found.quantities] == ["review", "counted"]


def test_reviews_of_one_document_touch_no_other(ledger):
    decide(ledger, said(ledger, "news", "struck"), "rejected")
    assert [len(claims) for _, claims in entries(ledger, Query(document="radio"))] == [3]


def test_a_judgement_holds_of_the_claims_that_a_rejection_leaves(ledger):
    raid = next(i for i in incidents(ledger) if i.figures)
    judge(ledger, "lock", [raid.id], who="ada", note="")
    decide(ledger, said(ledger, "radio", "killed"), "rejected")
    relink(ledger)
    (locked,) = [i for i in incidents(ledger) if i.locked]
    assert set(locked.claims) == set(raid.claims) - {said(ledger, "radio", "killed").id}
