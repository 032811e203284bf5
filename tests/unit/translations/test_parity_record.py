"""What changes in one language waits for the others, until they follow or someone records that they need not."""

from __future__ import annotations

import tomllib

import pytest

from factbook import translations
from factbook.problems import ProblemError
from factbook.translations import todo
from tiny_book import REAL

KO, EN = "book/ko/method.md", "book/en/method.md"


@pytest.fixture
def recorded(tiny):
    """The tiny book, with its languages declared in step."""
    translations.declare(tiny.layout)
    return tiny


def record_of(book):
    return tomllib.loads(book.layout.parity_record.read_text("utf-8"))


def test_every_section_of_the_real_book_is_in_step_and_recorded():
    assert list(todo.tasks(translations.check(REAL))) == []
    waiting = translations.unrecorded(REAL)
    assert not waiting, todo.reminder(waiting)


def test_a_record_is_one_line_a_section_in_the_order_of_labels(recorded):
    head, *lines = recorded.layout.parity_record.read_text("utf-8").splitlines()
    assert head.startswith("#")
    assert [line.split(" = ")[0] for line in lines] == sorted(record_of(recorded))
    assert all(set(digests) == {"ko", "en"} for digests in record_of(recorded).values())
    assert {"market", "growth", "licence"} <= record_of(recorded).keys()


def test_nothing_is_behind_once_it_is_recorded(recorded):
    assert translations.check(recorded.layout) == []
    assert translations.unrecorded(recorded.layout) == []


def test_recording_again_changes_nothing(recorded):
    before = recorded.layout.parity_record.read_bytes()
    assert translations.declare(recorded.layout).recorded == ()
    assert recorded.layout.parity_record.read_bytes() == before


@pytest.mark.parametrize(
    ("changed", "other", "old", "new"),
    [(KO, EN, "# 방법", "# 방법과 까닭"), (EN, KO, "# Method", "# Method and reason")],
)
def test_a_change_of_one_language_is_to_be_followed_in_the_other(recorded, changed, other, old, new):
    recorded.replace(changed, old, new)
    (problem,) = translations.check(recorded.layout)
    assert (problem.code, problem.file, problem.line) == ("parity.behind", other, 1)
    assert f"section «method» has not followed {changed}:1" in problem.found
    assert "factbook parity --record method" in problem.advice


def test_the_change_is_told_of_its_own_section_only(recorded):
    recorded.append(KO, "덧붙인 말")
    (problem,) = translations.check(recorded.layout)
    assert "section «licence»" in problem.found


def test_once_the_other_has_followed_the_check_passes_and_the_record_is_to_be_renewed(recorded):
    recorded.append(KO, "덧붙인 말")
    recorded.append(EN, "Words added")
    assert translations.check(recorded.layout) == []
    assert translations.unrecorded(recorded.layout) == ["licence"]
    assert translations.declare(recorded.layout).recorded == ("licence",)
    assert translations.unrecorded(recorded.layout) == []
    recorded.append(KO, "또 덧붙인 말")
    assert [problem.code for problem in translations.check(recorded.layout)] == ["parity.behind"]


def test_recording_without_a_label_does_not_wave_through_what_is_behind(recorded):
    before = record_of(recorded)
    recorded.append(KO, "덧붙인 말")
    done = translations.declare(recorded.layout)
    assert done.recorded == ()
    assert [problem.code for problem in done.left] == ["parity.behind"]
    assert record_of(recorded) == before


def test_recording_a_label_says_that_its_change_needs_none_in_the_other(recorded):
    recorded.append(KO, "덧붙인 말")
    done = translations.declare(recorded.layout, ["licence"])
    assert (done.recorded, done.left) == (("licence",), ())
    assert translations.check(recorded.layout) == []


def test_a_section_whose_languages_differ_is_not_recorded(recorded):
    before = record_of(recorded)
    recorded.append(KO, "{cite:p}`kim2022`")
    done = translations.declare(recorded.layout, ["licence"])
    assert done.recorded == ()
    assert {problem.code for problem in done.left} == {"parity.behind", "parity.citation"}
    assert record_of(recorded) == before


def test_wrapping_lines_anew_is_no_change(recorded):
    recorded.replace("book/en/market.md", "a year; see", "a year;\nsee")
    assert translations.check(recorded.layout) == []
    assert translations.unrecorded(recorded.layout) == []


def test_a_new_section_waits_to_be_recorded_and_one_that_is_gone_leaves_the_record(recorded):
    for file in (KO, EN):
        recorded.replace(file, "(licence)=", "(terms)=")
    assert translations.check(recorded.layout) == []
    assert translations.unrecorded(recorded.layout) == ["licence", "terms"]
    translations.declare(recorded.layout)
    assert "terms" in record_of(recorded)
    assert "licence" not in record_of(recorded)


def test_without_a_record_every_section_waits_to_be_recorded(tiny):
    assert set(translations.unrecorded(tiny.layout)) >= {"market", "growth", "method", "licence"}


@pytest.mark.parametrize("text", ["<<<<<<< ours\n", "market = 3\n", "market = { ko = 1, en = 2 }\n"])
def test_a_record_that_cannot_be_read_is_told_with_its_remedy(recorded, text):
    recorded.append("book/parity.toml", text)
    (problem,) = translations.check(recorded.layout)
    assert (problem.code, problem.file) == ("parity.record", "book/parity.toml")
    assert "factbook parity --record" in problem.advice


def test_an_unknown_label_is_told_with_the_one_that_was_meant(recorded):
    with pytest.raises(ProblemError) as raised:
        translations.declare(recorded.layout, ["licens"])
    (problem,) = raised.value.problems
    assert (problem.code, problem.advice) == ("parity.unknown", "did you mean licence?")


def test_the_command_lists_what_is_to_be_done_file_by_file_and_records(recorded):
    recorded.append(KO, "덧붙인 말 {cite:p}`kim2022`")
    listed = recorded.run("parity")
    assert listed.status == 1
    assert listed.said.splitlines()[0] == EN
    assert listed.said.count("[ ] line") == 2
    assert "to do: 2" in listed.said
    recorded.append(EN, "Words added {cite:p}`kim2022`")
    done = recorded.run("parity", "--record")
    assert (done.status, done.complained) == (0, "")
    assert done.said.splitlines() == ["recorded as in step: licence", "the languages are in step"]


def test_the_command_takes_labels_only_to_record_them(recorded):
    outcome = recorded.run("parity", "licence")
    assert outcome.status == 2
    assert "add --record" in outcome.complained
    assert recorded.run("parity", "--record", "nothing").status == 2


def test_a_build_tells_what_has_not_followed_and_publishes_nothing(recorded):
    recorded.append(KO, "덧붙인 말")
    outcome = recorded.build(recorded.root / "site")
    assert outcome.status == 1
    assert outcome.problem("parity.behind").startswith(f"{EN}:4: section «licence» has not followed")
    assert not (recorded.root / "site").exists()
