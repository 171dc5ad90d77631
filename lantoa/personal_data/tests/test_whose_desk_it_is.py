"""Who has not the right, or answers for another part of the tree, is refused by every act and finds nothing there."""

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.people.models import Post
from lantoa.personal_data import actions, queries, todo
from lantoa.personal_data.models import DataRequest, Emergency, Incident, Restriction
from lantoa.personal_data.tests.stories import NOTICED, asked, incident, limited, proposed, to_open


def test_another_part_of_the_tree_and_who_has_not_the_right_do_nothing_there(cast):
    one, broken, let_go = asked(cast), incident(cast), proposed(cast)
    far = replace(cast.protector, unit=cast.far)
    told = {"to": "other", "name": "Đảng ủy xã", "at": NOTICED}
    for nobody in (far, cast.officer):
        for act in (
            lambda by: actions.extend(one, by=by, why="Đối chiếu hồ sơ."),
            lambda by: actions.mend_incident(broken, by=by, done="Đã thu hồi."),
            lambda by: actions.note_told(broken, by=by, **told),
            lambda by: actions.close_incident(broken, by=by, lesson="Gửi nhầm."),
            lambda by: actions.set_incident_term(by=by, starts=cast.today, hours=72),
            lambda by: actions.decline(let_go, by=by, reason="Chờ đối chiếu."),
        ):
            with pytest.raises(NotAllowed):
                act(nobody)
        assert not Incident.objects.visible_to(nobody).exists()
        assert not DataRequest.objects.for_desk(nobody).exists()
        assert not DataRequest.objects.visible_to(nobody).exists()
    assert list(DataRequest.objects.visible_to(cast.protector)) == [one]
    deputy = replace(cast.protector, stands_for=cast.member.person.pk)
    assert not DataRequest.objects.for_desk(deputy).exists(), "a deputy answers nothing of her holder's"
    with pytest.raises(NotAllowed):
        actions.take(one, by=deputy)


def test_an_opening_and_an_incident_elsewhere_are_not_there(cast):
    opening, broken = to_open(cast), incident(cast)
    far, far_chief = (replace(getattr(cast, who), unit=cast.far) for who in ("protector", "administrator"))
    for nobody in (far, replace(cast.leader, unit=cast.far), cast.officer):
        assert not Emergency.objects.visible_to(nobody).exists()
        assert not queries.waiting_for(nobody).exists() and not queries.asked_by_others(nobody).exists()
    assert not queries.asked_by_others(cast.protector).exists(), "she reads of it and gives no second word"
    assert not [line for line in todo.items(far) if line.url == broken.get_absolute_url()]
    assert queries.waiting_for(cast.leader).get() == opening
    with pytest.raises(NotAllowed, match="phạm vi"):
        to_open(cast, by=far_chief)
    with pytest.raises(NotAllowed):
        actions.agree_to_open(opening, by=replace(cast.leader, unit=cast.far))


def test_pages_of_another_part_of_the_tree_show_nothing_of_here(cast):
    opening, broken = to_open(cast), incident(cast)
    Post.objects.filter(person=cast.protector.person).update(unit=cast.far)
    client = cast.client("protector")
    for one, book in ((opening, "mo-khan-cap/"), (broken, "su-co/")):
        assert client.get(one.get_absolute_url()).status_code == 404
        assert one.get_absolute_url() not in client.get(f"/du-lieu-ca-nhan/{book}").content.decode()


def test_only_who_asked_takes_back_and_lifts(cast):
    one, lifted = asked(cast), Restriction.objects.get(request=limited(cast))
    for other in (cast.colleague, cast.protector):
        with pytest.raises(NotAllowed):
            actions.withdraw(one, by=other)
        with pytest.raises(NotAllowed):
            actions.lift(lifted, by=other)
