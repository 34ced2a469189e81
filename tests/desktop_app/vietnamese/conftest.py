"""Property tests give the same result on every run and every machine."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=200)
settings.load_profile("steady")
