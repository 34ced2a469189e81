"""Committee, helper team and lower units behind tabs: a record opens on the tab of its body."""

from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember


def test_a_record_opens_on_the_tab_of_its_body(session, ledger) -> None:
    store = ledger.register("steering_committee")
    session.window.show_page("committee")
    tabs = session.window.page("committee")
    head = store.save(CommitteeMember(full_name="Trần Thị Mỹ Ái"))
    team = store.save(CommitteeMember(full_name="Tổ viên", body=CommitteeBody.SUPPORT_TEAM))
    unit = session.window.page("committee").part("subunits")
    session.window.show_page("steering_committee", team.id)
    assert tabs.current() is tabs.part("support_team")
    assert tabs.current().panel.record_id() == team.id
    session.window.show_page("steering_committee", head.id)
    assert tabs.current() is tabs.part("steering_committee")
    session.window.show_page("subunits")
    assert tabs.current() is unit


def test_a_member_who_is_gone_is_told(session, ledger) -> None:
    told: list[str] = []
    session.operations.refused.connect(told.append)
    session.window.show_page("steering_committee", "khong-co")
    assert told
