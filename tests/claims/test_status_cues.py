"""Which cues reach an event, and which stop on the way."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.claims.status_cues import cues_over
from dateline.read.text import document_of


def over(text: str, word: str) -> set[str]:
    doc = parse(document_of(text, name="example")).doc
    return {status for status, _ in cues_over(next(t for t in doc if t.text == word))}


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The shelling continues.", "shelling", "ongoing"),
        ("Monday was the third day of the siege.", "siege", "ongoing"),
        ("The shelling must stop.", "shelling", "ongoing"),
        ("They will stay away unless the shelling stops.", "shelling", "ongoing"),
        ("The talks are due to resume on Monday.", "talks", "planned"),
        ("The guild denied that it was behind the raid or the ambush.", "ambush", "denied"),
        ("The talks were postponed.", "talks", "denied"),
        ("The guild would neither confirm nor deny the raid.", "raid", "possible"),
        ("The guild could not confirm the raid.", "raid", "possible"),
        ("The guild declined to confirm or deny that it burned the mill.", "burned", "possible"),
        ("The guild denied being responsible for the raid.", "raid", "denied"),
        ("The guild denied it was involved in the raid.", "raid", "denied"),
        ("The guild rejected claims that its men had burned the mill.", "burned", "denied"),
        ("The guild will not disarm until the army leaves the port.", "leaves", "conditional"),
        ("The guild vowed to fight until the army left the port.", "left", "conditional"),
        ("The offensive is expected to begin on Monday.", "offensive", "possible"),
        ("An offensive is being prepared.", "offensive", "planned"),
        ("There is no evidence that the guards had shelled the port.", "shelled", "denied"),
        ("There is no sign of a withdrawal.", "withdrawal", "denied"),
        ("Nine herders were feared dead.", "dead", "possible"),
        ("The guards nearly took the mill.", "took", "denied"),
        ("He survived an assassination attempt.", "assassination", "possible"),
        ("The siege entered its third month.", "siege", "ongoing"),
        ("The raids left nine herders trapped in the mill.", "trapped", "ongoing"),
        ("They fled the intensifying raids.", "raids", "ongoing"),
        ("The guards launched a failed bid to storm the mill.", "storm", "denied"),
        ("The guards made no attempt to storm the mill.", "storm", "denied"),
        ("The guards stopped short of storming the mill.", "storming", "denied"),
        ("The guards allegedly beat two herders and burned the mill.", "burned", "possible"),
        ("Facilities are being bombed.", "bombed", "ongoing"),
        ("A coalition fighting the group lost a helicopter.", "fighting", "ongoing"),
        ("The town has been under siege since 2012.", "siege", "ongoing"),
        ("The guild has waged an assault on the port since May.", "assault", "ongoing"),
        ("The mill has been under heavy fire since May.", "fire", "ongoing"),
        ("The army prepared for raids on the port.", "raids", "planned"),
        ("Nobody was wounded in the market.", "wounded", "denied"),
        ("The court neither approves nor rejects the plea.", "approves", "denied"),
        ("The guild took the mill without firing a shot.", "firing", "denied"),
        ("Guards blocked the delivery of flour.", "delivery", "denied"),
        ("No soldiers died in the blast.", "died", "denied"),
        ("The ministry denied that its jets had bombed the camp.", "bombed", "denied"),
        ("Two ferrymen are said to have died.", "died", "possible"),
        ("There are reports of bombing in the hills.", "bombing", "possible"),
        ("They are checking whether the army shelled the village.", "shelled", "possible"),
        ("The toll may climb.", "toll", "possible"),
        ("The evacuation is under way.", "evacuation", "ongoing"),
        ("The envoy demanded an end to the shelling.", "shelling", "ongoing"),
        ("Elders urged them to stop the shelling.", "shelling", "ongoing"),
        ("The raid has yet to begin.", "raid", "denied"),
        ("The raid was to have begun at dawn.", "raid", "planned"),
        ("The ceasefire did not take effect.", "ceasefire", "denied"),
        ("The raid will begin on Friday.", "raid", "planned"),
        ("The column was meant to free two hostages.", "free", "planned"),
        ("Neither fired on the other.", "fired", "denied"),
        ("The ministry denied any role in the bombing.", "bombing", "denied"),
        ("The guild disclaimed the attack.", "attack", "denied"),
        ("Had the guards fired, nine men would have died.", "fired", "conditional"),
        ("Had the guards fired, nine men would have died.", "died", "conditional"),
        ("The bomb would have caused massive destruction.", "destruction", "conditional"),
        ("They have not stopped shelling the port.", "shelling", "ongoing"),
        ("The guards did not prevent the raid.", "raid", "occurred"),
        ("The guards were unable to prevent the killing.", "killing", "occurred"),
        ("The mayor hinted that the rebels had killed the miller.", "killed", "possible"),
        ("They plotted to burn the mill and then attack the guards.", "attack", "planned"),
        ("The guards used force to quell protests in the port.", "protests", "occurred"),
        ("He was among the first to be deported.", "deported", "occurred"),
        ("The police allowed them to march on the bridge.", "march", "occurred"),
    ],
)
def test_a_cue_sets_the_status(text: str, word: str, status: str) -> None:
    assert status in over(text, word)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The group will respond to the airstrikes.", "airstrikes", "planned"),
        ("The guild said it was behind the raid.", "raid", "denied"),
        ("The guild would neither confirm nor deny the raid.", "raid", "denied"),
        ("The guild confirmed the raid and denied that it burned the mill.", "raid", "possible"),
        ("The guild repeated claims that its foes had burned the mill.", "burned", "denied"),
        ("When should they leave the mill?", "leave", "conditional"),
        ("They have not stopped shelling the port.", "shelling", "denied"),
        ("The guards did not prevent the raid.", "raid", "denied"),
        ("The mayor denied accusations of theft.", "accusations", "denied"),
        ("Families fled to avoid the shelling.", "shelling", "denied"),
        ("Herders left to avoid battles between the two armies.", "battles", "planned"),
        ("He was among the first to be deported.", "deported", "planned"),
        ("Nobody could tell whether jets had carried out the attacks.", "attacks", "possible"),
        ("The army plans to leave after killing ten rebels.", "killing", "planned"),
        ("The court tried men who planned the attack.", "attack", "planned"),
        ("They asked the court to look into an attack.", "attack", "planned"),
        ("The vessel hit the pier and the talks continue.", "hit", "ongoing"),
        ("Nine herders were hurt due to rebel attacks on the mill.", "attacks", "planned"),
        ("The school decided to close because of raids.", "raids", "planned"),
        ("Two zones were set up under a ceasefire.", "ceasefire", "planned"),
        ("Forty herders have been hurt since Monday in clashes.", "clashes", "ongoing"),
        ("Since Monday shelling has hurt forty herders.", "shelling", "ongoing"),
        ("The road opened by the guild will be closed.", "opened", "planned"),
        ("The raid was planned abroad.", "raid", "planned"),
        ("Nine herders were found dead.", "dead", "possible"),
        ("The guards took nearly all mills.", "took", "denied"),
        ("The guards have almost completed the siege.", "siege", "denied"),
        ("The shelling stopped at noon.", "shelling", "ongoing"),
        ("The guards allegedly beat two herders, and later rebels burned the mill.", "burned", "possible"),
        ("Monday was the third day after the siege.", "siege", "ongoing"),
        ("The fire trapped nine herders in the mill.", "trapped", "ongoing"),
    ],
)
def test_a_cue_does_not_reach_what_is_known_or_came_before(text: str, word: str, status: str) -> None:
    assert status not in over(text, word)


def test_the_events_own_words_are_no_cue() -> None:
    doc = parse(document_of("The council will not accept envoys.", name="example")).doc
    head = next(t for t in doc if t.text == "accept")
    assert "denied" in {status for status, _ in cues_over(head)}
    inside = range(head.i - 2, head.i + 1)
    assert "denied" not in {status for status, _ in cues_over(head, inside=inside)}
