def test_search_without_accents(run, sample_path):
    hits = run("search", "--ledger", sample_path, "dong giang", "--json").json
    assert {hit["kind"] for hit in hits} == {"activities", "awards"}
    assert all(set(hit) == {"kind", "id", "title", "date"} for hit in hits)
    assert any("Đông Giang" in hit["title"] for hit in hits)
    assert [hit["date"] for hit in hits] == sorted((hit["date"] for hit in hits), reverse=True)


def test_search_finds_nothing_politely(run, sample_path):
    assert run("search", "--ledger", sample_path, "zzzz", "--json").json == []
    assert "Không tìm thấy" in run("search", "--ledger", sample_path, '"*" NEAR(').out
