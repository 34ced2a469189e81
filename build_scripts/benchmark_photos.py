"""Measure photos: one of 12 megapixels made ready to be stored, and what 60 of them add to the ledger.

    python build_scripts/benchmark_photos.py

Prints one JSON object; run by benchmark.py. The photos are made on the spot: large shapes, edges, and the noise
of a small sensor, so that they weigh on the disk what those of a phone do.
"""

import json
import random
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageFilter  # noqa: E402

from desktop_app.domain.attachments import FileToAttach  # noqa: E402
from desktop_app.domain.query import Query  # noqa: E402
from desktop_app.ledger import create_sample_ledger, open_ledger  # noqa: E402
from desktop_app.storage.photos import shrink_photo  # noqa: E402

WIDTH, HEIGHT = 4000, 3000
COUNT = 60
DIFFERENT = 6
TURNS = 5
MEGABYTE = 1_000_000


def photo(seed: int) -> bytes:
    """Return a JPEG of 12 megapixels as a phone writes it."""
    chance = random.Random(seed)
    small = Image.frombytes("RGB", (40, 30), chance.randbytes(40 * 30 * 3))
    image = small.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    details = Image.frombytes("L", (WIDTH // 10, HEIGHT // 10), chance.randbytes(WIDTH * HEIGHT // 100))
    edges = details.filter(ImageFilter.MedianFilter(5)).resize((WIDTH, HEIGHT), Image.Resampling.NEAREST)
    image = Image.blend(image, Image.merge("RGB", (edges, edges, edges)), 0.25)
    noise = Image.frombytes("RGB", (1000, 750), chance.randbytes(1000 * 750 * 3)).resize((WIDTH, HEIGHT))
    target = BytesIO()
    Image.blend(image, noise, 0.15).save(target, "JPEG", quality=93)
    return target.getvalue()


def measure() -> dict[str, float]:
    """Return the figures."""
    photos = [photo(seed) for seed in range(DIFFERENT)]
    shrink_photo(photos[0], "warm.jpg")
    seconds = []
    for turn in range(TURNS):
        begin = time.perf_counter()
        shrink_photo(photos[turn % DIFFERENT], "photo.jpg")
        seconds.append(time.perf_counter() - begin)
    with tempfile.TemporaryDirectory() as folder:
        growth, all_seconds = _growth(Path(folder) / "photos.sohangviet", photos)
    return {
        "photo_s": median(seconds),
        "source_mb": sum(map(len, photos)) / len(photos) / MEGABYTE,
        "growth_mb": growth / MEGABYTE,
        "all_s": all_seconds,
    }


def _growth(path: Path, photos: list[bytes]) -> tuple[int, float]:
    """Attach 60 photos to one activity; return how many bytes larger the ledger is, and the seconds."""
    files = [FileToAttach(_another(photos[n % DIFFERENT], n), f"IMG_{n:04d}.jpg") for n in range(COUNT)]
    create_sample_ledger(path).close()
    before = path.stat().st_size
    with open_ledger(path) as ledger:
        record = ledger.activities.fetch(Query(), 0, 1)[0]
        begin = time.perf_counter()
        added = ledger.attachments.add_all("activities", record.id, files).added
        seconds = time.perf_counter() - begin
    if len(added) != COUNT:
        sys.exit(f"only {len(added)} of {COUNT} photos came in")
    return path.stat().st_size - before, seconds


def _another(source: bytes, number: int) -> bytes:
    """Return another photo of the same weight: mirrored or turned by its number, with a mark of its own."""
    with Image.open(BytesIO(source)) as image:
        turned = image.transpose(Image.Transpose(number // DIFFERENT % 7))
    turned.paste((number * 4 % 256, 255 - number * 4 % 256, 90), (0, 0, 200, 200))
    target = BytesIO()
    turned.save(target, "JPEG", quality=93)
    return target.getvalue()


if __name__ == "__main__":
    print(json.dumps(measure()))
