def test_search_without_accents(run, sample_path):
    hits = run("search", "--ledger", sample_path, "dong giang", "--json").json
    assert {hit["kind"] for hit in hits} >= {"activities", "awards", "points_of_sale", "subunits"}
    assert all(set(hit) == {"kind", "id", "title", "date"} for hit in hits)
    assert any("Đông Giang" in hit["title"] for hit in hits)
    days = [hit["date"] or "" for hit in hits]  # lists that stand over the years have no date
    assert days == sorted(days, reverse=True)


def test_search_finds_nothing_politely(run, sample_path):
    assert run("search", "--ledger", sample_path, "zzzz", "--json").json == []
    assert "Không tìm thấy" in run("search", "--ledger", sample_path, '"*" NEAR(').out
