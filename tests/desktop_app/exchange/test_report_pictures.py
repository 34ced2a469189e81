"""Pictures in a package: photos are content and told by their hashes, charts and codes are not; nothing too heavy."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest

from desktop_app.domain.attachments import FileToAttach
from desktop_app.errors import ExportError
from desktop_app.exchange import report_folder
from tests.photos import jpeg, picture

FILE = "data/attachments.csv"


@pytest.fixture
def activity_id(sample):
    return sample.records(sample.reports.period(2023)).counted[0].id


@pytest.fixture
def choose(sample, activity_id):
    """Attach photos to the first activity and choose them."""

    def chosen(count, size=(320, 240)):
        files = [
            FileToAttach(jpeg(picture(*size, seed)), f"IMG_{seed}.jpg", f"Ảnh {seed}")
            for seed in range(count)
        ]
        added = sample.attachments.add_all("activities", activity_id, files).added
        for file in added:
            sample.attachments.set_in_report(file.id, True)
        return added

    return chosen


def entries(result):
    with zipfile.ZipFile(result.package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_printed_photos_are_told_by_hash_and_caption_without_their_file_names(export, choose, activity_id):
    first, second = choose(2)
    rows = list(csv.DictReader(io.StringIO(entries(export())[FILE].decode())))
    assert [(row["sha256"], row["place"], row["record"]) for row in rows] == [
        (first.sha256, "1", activity_id),
        (second.sha256, "2", activity_id),
    ]
    assert rows[0]["caption"].startswith("Ảnh 0 (")
    assert not [value for row in rows for value in row.values() if "IMG" in value]


def test_without_photos_there_is_no_such_file(export):
    assert FILE not in entries(export())


def test_a_photo_and_its_caption_are_content(export, choose, sample):
    assert export().revision == 1
    (file,) = choose(1)
    assert export().revision == 2
    sample.attachments.save_caption(file.id, "Bà con chọn mua hàng Việt")
    assert export().revision == 3
    assert export().revision == 3


def test_charts_and_the_printed_code_are_no_content(export, sample):
    before = export()
    sample.save_office(replace(sample.office, prints_charts=False, prints_code=True))
    after = export()
    assert (after.revision, after.check_code) == (before.revision, before.check_code)
    data = [
        {name: content for name, content in entries(one).items() if name.startswith("data/")}
        for one in (before, after)
    ]
    assert data[0] == data[1]


def test_a_year_with_24_noisy_photos_is_light_enough_to_send(sample, choose, tmp_path):
    assert len(choose(24, (1200, 900))) == 24
    result = sample.export(sample.reports.period(2023), tmp_path / "ra")
    sizes = [file.stat().st_size for file in result.files]
    assert result.package.stat().st_size <= 3_500_000
    assert sum(sizes) <= 10_000_000


def test_a_package_too_heavy_for_mail_is_refused_and_nothing_stays(export, choose, tmp_path, monkeypatch):
    monkeypatch.setattr(report_folder, "MOST_BYTES", 50_000)
    with pytest.raises(ExportError, match="quá 18 MB nên không gửi thư được"):
        export()
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith("BC_")]
