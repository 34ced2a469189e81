"""Ledgers at the edge of what an office may have: a single activity, a flood of records, hostile and endless words.

`MAKERS` names them; each makes a ledger file and returns it open. `report_pages.py` draws their pages.
"""

import dataclasses
import io
import random
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.records.activities import Activity
    from desktop_app.exchange.sample import Sample
    from desktop_app.ledger import Ledger

FLOOD = 5_000
NOMINEES = 300
PHOTOS = 24
_LONGEST = 20_000
"""Characters that a long text of a record may have."""
_SHAPES = ((1600, 1200), (1200, 1600), (2400, 800), (800, 800))
_LONG = "Ban Chỉ đạo Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” liên xã, thị trấn và khu phố "
_HOSTILE = (
    '=HYPERLINK("x") <b>đậm</b> & {{ 7*7 }} {% raw %} ]]> \u202eđảo\u202c \U0001f1fb\U0001f1f3 漢字 '
    "C:\\Users\\Đào\\báo cáo.docx %s {0}"
)


def one_activity(path: Path) -> "Ledger":
    """Make a ledger of a body that has done one thing, and said nothing else."""
    from desktop_app.domain.records.activities import Activity

    sample = _sample()
    ledger = _ledger(path, sample, superior_lines=(), signer_name="", signer_post="", recipients=())
    ledger.activities.save(Activity(title="Hội nghị triển khai", date_start=date(2023, 3, 15)))
    return ledger


def flood(path: Path) -> "Ledger":
    """Make a ledger with 5,000 activities, 300 nominations and as many photos as a report may have."""
    sample = _sample()
    ledger = _ledger(path, sample)
    dice = random.Random(5)
    activities = [
        dataclasses.replace(
            (one := sample.records["activities"][place % len(sample.records["activities"])]),
            id=f"A{place:06d}",
            title=f"{one.title} lần {place}",
            date_start=date(2023, 1, 1) + timedelta(days=dice.randrange(334)),
            date_end=None,
        )
        for place in range(FLOOD)
    ]
    nominees = [
        dataclasses.replace(
            (one := sample.records["awards"][place % len(sample.records["awards"])]),
            id=f"N{place:06d}",
            name=f"{one.name} {place}",
        )
        for place in range(NOMINEES)
    ]
    ledger.add_all("Số liệu đo", {"activities": activities, "awards": nominees})
    add_photos(ledger, activities[:PHOTOS])
    return ledger


def endless_words(path: Path) -> "Ledger":
    """Make a ledger whose names have 500 characters, and whose texts want to be markup, formulas and commands."""
    sample = _sample()
    name = (_LONG * 6)[:500]
    ledger = _ledger(
        path,
        sample,
        unit_name=f"huyện {name}"[:500],
        superior_lines=(name.upper(),),
        issuer_lines=(name.upper(),),
        signer_name=name,
        signer_post=name,
        addressees=(name, _HOSTILE, "Huyện ủy"),
        recipients=("Như trên", name, _HOSTILE),
    )
    changed: Mapping[str, list] = {
        "activities": [
            dataclasses.replace(
                one,
                title=_worded(place, one.title)[:500],
                organizer=_worded(place, one.organizer)[:500],
                result=(_worded(place, one.result) * (60 if place == 3 else 1))[:_LONGEST],
            )
            for place, one in enumerate(sample.records["activities"])
        ],
        "awards": [
            dataclasses.replace(
                one, name=_worded(place, one.name)[:500], achievement=(_worded(place, "") * 30)[:_LONGEST]
            )
            for place, one in enumerate(sample.records["awards"])
        ],
    }
    ledger.add_all("Số liệu đo", {**sample.records, **changed})
    return ledger


MAKERS: Mapping[str, Callable[[Path], "Ledger"]] = {
    "mot_hoat_dong": one_activity,
    "rat_nhieu": flood,
    "chu_dai": endless_words,
}


def _sample() -> "Sample":
    from desktop_app.exchange.sample import DISTRICTS, load_sample

    return load_sample(DISTRICTS[0])


def _ledger(path: Path, sample: "Sample", **office: object) -> "Ledger":
    from desktop_app.ledger import create_ledger

    changed = dataclasses.replace(sample.office, **office)
    return create_ledger(path, changed, sample.plan, sample.period.year)


def _worded(place: int, text: str) -> str:
    """Return a text of another kind for each place: decomposed letters, endless words, markup, long sentences."""
    kinds = (
        unicodedata.normalize("NFD", f"{text} thị trấn Ma Lâm được kiểm tra kỹ lưỡng"),
        f"{text} {_HOSTILE}",
        f"{text} {'Nghiêng' * 40}",
        f"{text} {_LONG * 5}",
        text,
    )
    return kinds[place % len(kinds)]


def add_photos(ledger: "Ledger", activities: Sequence["Activity"]) -> None:
    """Attach a photo to each activity, chosen for the report: as large and as noisy as those of a phone."""
    from PIL import Image

    dice = random.Random(3)
    for place, activity in enumerate(activities):
        shape = _SHAPES[place % len(_SHAPES)]
        coarse = Image.frombytes("RGB", (16, 12), dice.randbytes(16 * 12 * 3)).resize(
            shape, Image.Resampling.BICUBIC
        )
        noise = Image.frombytes("RGB", (512, 384), dice.randbytes(512 * 384 * 3)).resize(shape)
        picture = io.BytesIO()
        Image.blend(coarse, noise, 0.12).save(picture, "JPEG", quality=90)
        link = ledger.attachments.add(
            "activities",
            activity.id,
            picture.getvalue(),
            f"anh_{place + 1}.jpg",
            f"{_LONG}, ảnh số {place + 1}",
        )
        ledger.attachments.set_in_report(link.id, True)
