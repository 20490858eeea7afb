"""`zuji search` puts queries to documents of a file."""

import json

import pytest

from tests.search.corpus import papers
from zuji.operations.main import main

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def lines(path, rows):
    """Write rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def search(tmp_path, documents, queries):
    """Run the command; gives its exit code and what it wrote."""
    out = tmp_path / "res.json"
    given = [*("--docs", lines(tmp_path / "F.jsonl", documents)), *("--queries", lines(tmp_path / "Q.jsonl", queries))]
    code = main(["search", *given, "--out", str(out)])
    return code, json.loads(out.read_text(encoding="utf-8")) if out.exists() else None


def documents():
    return [{"id": f"p{at:02}", "title": title, "body": body} for at, (title, body) in enumerate(papers())]


def test_each_query_gets_the_ids_of_ten_documents_best_first(tmp_path):
    queries = [{"id": "q000", "q": "海伦市 剪紙"}, {"id": "q001", "q": "没有"}, {"id": "q002", "q": "！"}]

    code, found = search(tmp_path, documents(), queries)

    assert code == 0
    assert list(found) == ["q000", "q001", "q002"]
    assert found["q000"][0] == next(each["id"] for each in documents() if each["title"] == "关于海伦市非遗问题的建议")
    assert len(found["q000"]) == len(set(found["q000"])) == 10
    assert found["q002"] == []


def test_a_title_may_be_missing(tmp_path):
    code, found = search(tmp_path, [{"id": "a", "body": "校车线路"}], [{"id": "q", "q": "校车"}])

    assert (code, found) == (0, {"q": ["a"]})


def test_a_second_run_gives_the_same(tmp_path):
    queries = [{"id": "q", "q": "建议 街道 公开"}]

    assert search(tmp_path, documents(), queries) == search(tmp_path, documents(), queries)


@pytest.mark.parametrize("line", [{"id": "a"}, {"body": "a"}, {"id": "a", "body": 7}, ["a"], "a", None])
def test_a_line_that_is_no_document_is_named(tmp_path, capsys, line):
    code, found = search(tmp_path, [{"id": "a", "body": "b"}, line], [{"id": "q", "q": "校车"}])

    assert (code, found) == (2, None)
    assert "F.jsonl:2 is not a JSON object with “id” and “body”." in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    code = main(["search", "--docs", "nowhere.jsonl", "--queries", "nowhere.jsonl", "--out", str(tmp_path / "o")])

    assert code == 2
    assert "nowhere.jsonl cannot be read" in capsys.readouterr().err


def test_an_answer_that_cannot_be_written_is_told(tmp_path, capsys):
    given = ["--docs", lines(tmp_path / "F", documents()), "--queries", lines(tmp_path / "Q", [])]

    assert main(["search", *given, "--out", str(tmp_path / "no" / "res.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err
