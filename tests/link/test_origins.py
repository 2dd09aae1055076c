from dateline.link.copies import copies, signature, similarity
from dateline.link.origins import origins_of

LONG = " ".join(
    f"The patrol passed milestone {n} and wrote down the colour of door {n * 7}." for n in range(60)
)


def test_a_near_copy_is_found_and_another_text_is_not() -> None:
    edited = LONG.replace("milestone 7 ", "milestone seven ")
    other = " ".join(f"Harvest number {n} was weighed at barn {n * 3} before rain." for n in range(60))
    texts = {"a": LONG, "b": edited, "c": other}
    assert list(copies((k, signature(v)) for k, v in texts.items())) == [("a", "b")]
    assert similarity(signature(LONG), signature(LONG)) == 1
    assert signature("too short") == ()


def test_outlets_that_carry_one_agency_are_one_origin(claim, report) -> None:
    by = ("a Reuters witness", "media", None)
    claims = [claim(d, 0, "attack", by=by) for d in "ab"]
    assert set(origins_of(claims, {d: report(d, d) for d in "ab"}).values()) == {"agency:reuters"}


def test_a_nameless_monitor_is_the_one_its_report_names(claim, report) -> None:
    claims = [
        claim("a", 0, "kill", by=("a monitor", "monitor", None)),
        claim("a", 90, "kill", by=("the Valley Watch", "monitor", "org:valley_watch")),
    ]
    assert set(origins_of(claims, {"a": report("a", "x")}).values()) == {"org:valley_watch"}


def test_a_copy_has_the_origin_of_the_first_published(claim, report) -> None:
    reports = {d: report(d, d, day, shingles=signature(LONG)) for d, day in (("a", 12), ("b", 10))}
    assert set(origins_of([claim(d, 0, "attack") for d in "ab"], reports).values()) == {"outlet:b"}


def test_a_headline_has_the_origin_of_the_source_below_it(claim, report) -> None:
    claims = [
        claim("a", 0, "attack"),
        claim("a", 90, "attack", by=("the army", "named_official", "AAA:military")),
    ]
    assert set(origins_of(claims, {"a": report("a", "x")}).values()) == {"AAA:military"}


def test_an_agencys_own_report_and_one_that_carries_it_are_one_origin(claim, report) -> None:
    claims = [claim("a", 0, "attack"), claim("b", 0, "attack", by=("a Reuters witness", "media", None))]
    reports = {"a": report("a", "Reuters"), "b": report("b", "Valley Post")}
    assert set(origins_of(claims, reports).values()) == {"agency:reuters"}
