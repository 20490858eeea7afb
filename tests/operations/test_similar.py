"""`zuji similar` judges the pairs of a file, and says which line it could not read."""

import json

import pytest

from tests.duplicates.texts import NOISE, OTHER, SAME_MATTER, SCHOOL, greeted
from zuji.operations.main import main
from zuji.operations.similar import judged, pairs_of, qualities, texts_of

pytestmark = pytest.mark.usefixtures("in_english")
DOCS = [
    {"id": "n", "body": NOISE, "title": "夜市扰民"},
    {"id": "g", "text": greeted(NOISE)},
    {"id": "s", "body": SAME_MATTER},
    {"id": "o", "body": OTHER},
    {"id": 7, "body": SCHOOL},
    {"id": 8, "body": SCHOOL.replace("红旗小学", "育红小学")},
]
PAIRS = [
    {"pair": "sent again", "a": "n", "b": "g", "track": "message", "label": "duplicate"},
    {"pair": "itself", "a": "n", "b": "n", "track": "message", "label": "duplicate"},
    {"pair": "same matter", "a": "s", "b": "n", "track": "message", "label": "same_issue"},
    {"pair": "another", "a": "o", "b": "n", "track": "message", "label": "different"},
    {"pair": "template", "a": 7, "b": 8, "track": "message", "label": "different"},
]


@pytest.fixture
def files(tmp_path):
    return tmp_path / "docs.jsonl", tmp_path / "pairs.jsonl", tmp_path / "pred.json"


def write(path, lines):
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n", encoding="utf-8")


def similar(files):
    docs, pairs, out = files
    return main(["similar", "--docs", str(docs), "--pairs", str(pairs), "--out", str(out)])


def test_each_pair_gets_a_score_and_a_word(files, capsys):
    write(files[0], DOCS)
    write(files[1], PAIRS)

    code = similar(files)

    answers = json.loads(files[2].read_text(encoding="utf-8"))
    assert code == 0
    assert {pair: answer["duplicate"] for pair, answer in answers.items()} == {
        "sent again": True,
        "itself": True,
        "same matter": False,
        "another": False,
        "template": False,
    }
    assert answers["itself"]["score"] == 1
    assert 1 > answers["sent again"]["score"] > answers["same matter"]["score"] > answers["another"]["score"] >= 0
    assert capsys.readouterr().out == "5 pairs compared, 2 duplicates.\n"


def test_a_byte_order_mark_and_empty_lines_say_nothing(files):
    write(files[0], DOCS)
    files[1].write_text('\ufeff{"pair": "p", "a": "n", "b": "o"}\r\n\r\n', encoding="utf-8")

    assert similar(files) == 0
    assert list(json.loads(files[2].read_text(encoding="utf-8"))) == ["p"]


def test_a_file_that_is_not_there_is_named(files, capsys):
    assert similar(files) == 2
    assert capsys.readouterr().err.startswith(f"zuji: The file {files[0]} cannot be read: ")


def test_a_file_in_another_encoding_is_named(files, capsys):
    files[0].write_bytes('{"id": "n", "body": "夜市"}'.encode("gb18030"))

    assert similar(files) == 2
    assert capsys.readouterr().err.startswith(f"zuji: The file {files[0]} cannot be read: ")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "x", "body"', "it is not JSON"),
        ('["x"]', "it is not an object in braces"),
        ('{"id": "x"}', "it needs “id” and “body” (or “text”)"),
        ('{"body": "x"}', "it needs “id” and “body” (or “text”)"),
        ('{"id": "x", "body": 5}', "it needs “id” and “body” (or “text”)"),
    ],
)
def test_a_broken_text_is_told_with_its_line(files, capsys, line, why):
    files[0].write_text('{"id": "n", "body": "夜市"}\n' + line + "\n", encoding="utf-8")

    assert similar(files) == 2
    assert capsys.readouterr().err == f"zuji: {files[0]}, line 2: {why}.\n"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"pair": "p", "a": "n"}', "it needs “pair”, “a” and “b”"),
        ('{"pair": "p", "a": "n", "b": "nobody"}', "there is no text “nobody”"),
    ],
)
def test_a_broken_pair_is_told_with_its_line_and_nothing_is_written(files, capsys, line, why):
    write(files[0], DOCS)
    files[1].write_text(line, encoding="utf-8")

    assert similar(files) == 2
    assert capsys.readouterr().err == f"zuji: {files[1]}, line 1: {why}.\n"
    assert not files[2].exists()


def test_a_place_that_cannot_be_written_is_named(files, capsys):
    write(files[0], DOCS)
    write(files[1], PAIRS)
    files[2].mkdir()

    assert similar(files) == 2
    assert capsys.readouterr().err.startswith(f"zuji: The file {files[2]} cannot be written: ")


def test_the_agreement_with_labels_is_measured_by_track(files):
    wrong = {"pair": "labelled wrongly", "a": "o", "b": "s", "track": "message", "label": "duplicate"}
    only = {"pair": "only", "a": "n", "b": "g", "track": "obfuscated", "label": "duplicate"}
    write(files[0], DOCS)
    write(files[1], [*PAIRS, wrong, only, {"pair": "without a label", "a": "n", "b": "o"}])
    texts = texts_of(files[0])
    pairs = pairs_of(files[1], texts)

    message, obfuscated = qualities(pairs, judged(pairs, texts))

    assert (message.track, message.pairs, message.precision) == ("message", 6, 1.0)
    assert message.recall == pytest.approx(2 / 3)
    assert message.f1 == pytest.approx(0.8)
    assert message.auc == pytest.approx((3 + 3 + 0) / 9, abs=0.12)
    assert (obfuscated.precision, obfuscated.recall, obfuscated.auc) == (1.0, 1.0, None)
