"""What the weights are learned from is what is kept, whatever the project says by then."""

from random import Random

from tools.gate import prose, train
from tools.gate.grammar import Marked, Span

ALL = [path.stem for path in train.CORPUS.rglob("*.jsonl")]


def test_learning_reads_the_prose_that_was_kept(tmp_path, monkeypatch):
    path = tmp_path / "proza.jsonl.gz"
    texts = (Marked("Anna belt de gemeente.", (Span(0, 4, "PERSOON"),)), Marked("Rij\u2028af", ()))
    assert prose.keep(texts, path) == 2
    monkeypatch.setattr(prose, "KEPT", path)
    monkeypatch.setattr(train, "_PER_LESSON", 0)
    taught = [marked for _, marked in train.taught(Random(1), ALL)]
    assert [one.text for one in taught] == [
        "Anna belt de gemeente.",
        "anna belt de gemeente.",
        "Rij\u2028af",
        "rij\u2028af",
    ]
    assert taught[0] == texts[0]


def test_prose_is_kept_in_the_same_bytes_each_time(tmp_path):
    kept = prose.kept()
    assert len(kept) > 500
    for name in ("a", "b"):
        prose.keep(kept, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert prose.kept(tmp_path / "a") == kept


def test_prose_can_be_made_anew_from_the_project_of_today():
    first = next(iter(prose.of_today()))
    assert len(first) > 100
    assert "`" not in first
