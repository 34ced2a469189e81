from desktop_app.report.steps import Steps
from tests.desktop_app.report.sample import ManyRows, with_rows


def test_steps_are_told_now_and_then() -> None:
    calls: list[tuple[int, int]] = []
    steps = Steps(with_rows(ManyRows(195)), lambda done, total: calls.append((done, total)))
    for _ in range(250):
        steps.step()
    steps.finish()
    assert calls == [(50, 200), (100, 200), (150, 200), (200, 200), (200, 200), (200, 200)]


def test_nobody_needs_to_listen() -> None:
    steps = Steps(with_rows(()), None)
    steps.step()
    steps.finish()
