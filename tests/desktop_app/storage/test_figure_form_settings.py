"""What was chosen for the last forms to other bodies."""


def test_the_last_choice_is_remembered(ledger):
    settings = ledger.figure_form_settings
    assert (settings.indicators(), settings.folder()) == ((), "")
    settings.save(("MEDIA_ITEMS", "FAIRS"), "/bieu")
    settings.save(("FAIRS",), "/bieu_khac")
    assert (settings.indicators(), settings.folder()) == (("FAIRS",), "/bieu_khac")
