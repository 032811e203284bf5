"""What was found is told in a page to send on, in SARIF, and only as far as it is new and wanted."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import lxml.html
import pytest
from click.testing import CliRunner

from factbook.checker import documents
from factbook.checker.documents import codes
from factbook.checker.sentences.messages import CATALOGUES as SENTENCES
from factbook.cli import main
from folders import DATA, ROOT

GROWTH = "세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 연평균 62.0% 성장할 전망이다."
SHARE = "국내는 100억 원 가운데 30억 원으로 35%다."
RIGHT = "수출은 200억 원 가운데 50억 원으로 25%다."
SRC = ROOT / "src" / "factbook" / "checker"


def write(path: Path, *paragraphs: str) -> Path:
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return path


def told(path: Path, form: str = "text", **options) -> tuple[int, str]:
    out = io.StringIO()
    status = documents.run([path], form=form, lang=options.pop("lang", "en"), out=out, **options)
    return status, out.getvalue()


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_page_shows_the_text_with_its_figures_marked_and_needs_nothing_else(tmp_path: Path, lang: str):
    path = write(tmp_path / "a.md", GROWTH, RIGHT, "다른 <수>는 77개다.")
    status, text = told(path, "html", lang=lang)
    page = lxml.html.fromstring(text)
    assert status == 1
    assert page.get("lang") == lang
    assert not page.xpath("//script | //link | //img | //@src | //@onclick")
    body = page.xpath("//section")[0]
    shown = {kind: [one.text for one in body.xpath(f".//mark[@class='{kind}']")] for kind in ("failing", "checked")}
    assert shown == {"failing": ["6억 달러", "24억 달러", "62.0%"], "checked": ["200억 원", "50억 원", "25%"]}
    assert "다른 <수>는 77" in body.text_content()
    for link in page.xpath("//a/@href"):
        assert page.xpath(f"//*[@id='{link.removeprefix('#')}']"), link


def test_the_page_says_what_of_the_tables_was_checked(tmp_path: Path):
    table = "| 구분 | 인원(명) |\n|---|---|\n| 남성 | 312 |\n| 여성 | 288 |\n| 계 | 600 |"
    _, text = told(write(tmp_path / "a.md", table), "html")
    assert "tables: 1, checked: 1 (sums: 1)" in text


def test_the_page_says_what_cannot_be_read(tmp_path: Path):
    status, text = told(write(tmp_path / "a.md", ""), "html")
    assert status == 2
    assert "the file is empty" in text


#: The schema of SARIF 2.1.0, as OASIS publishes it.
SARIF = json.loads((DATA / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))


def test_the_log_is_one_of_sarif(tmp_path: Path):
    path = write(tmp_path / "가 나.md", GROWTH, SHARE)
    status, text = told(path, "sarif")
    log = json.loads(text)
    jsonschema.validate(log, SARIF)
    assert (status, log["version"], len(log["runs"])) == (1, "2.1.0", 1)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["growth-annual", "share"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        where = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[!-~]+", where["artifactLocation"]["uri"])
    assert [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in run["results"]] == [1, 3]
    unread = json.loads(told(write(tmp_path / "a.md", ""), "sarif")[1])
    jsonschema.validate(unread, SARIF)
    broken = unread["runs"][0]["invocations"][0]
    assert broken["executionSuccessful"] is False
    assert "empty" in broken["toolExecutionNotifications"][0]["message"]["text"]


def test_a_log_that_is_none_of_sarif_is_told_as_such():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": "2.1.0"}, SARIF)


def test_codes_are_chosen_and_left_out_and_that_is_said(tmp_path: Path):
    path = write(tmp_path / "a.md", GROWTH, SHARE)
    status, text = told(path, only=["share"])
    assert (status, "[share]" in text, "[growth-annual]" in text) == (1, True, False)
    assert "findings of other codes than those asked for: 1" in text
    assert told(path, ignore=["share", "growth-annual"])[0] == 0


def test_a_comment_with_a_reason_excuses_the_next_paragraph_and_no_other(tmp_path: Path):
    excuse = "<!-- factbook-ignore share: 반올림한 값이다 -->"
    status, text = told(write(tmp_path / "a.md", excuse, SHARE, SHARE, GROWTH))
    assert status == 1
    assert text.count("[share]") == 1
    assert "line 5: error [share]" in text
    assert "findings that comments in the text excuse: 1" in text
    assert told(write(tmp_path / "b.md", f"{excuse}\n{SHARE}"))[0] == 0
    assert told(write(tmp_path / "c.md", "<!-- factbook-ignore share, sum: 까닭 -->", SHARE))[0] == 0


def test_a_comment_without_a_reason_or_for_another_code_excuses_nothing(tmp_path: Path):
    status, text = told(write(tmp_path / "a.md", "<!-- factbook-ignore share -->", SHARE))
    assert status == 1
    assert "the comment in line 1 gives no reason" in text
    assert told(write(tmp_path / "b.md", "<!-- factbook-ignore sum: 까닭 -->", SHARE))[0] == 1


def test_findings_of_the_baseline_are_not_told_again(tmp_path: Path):
    path, baseline = write(tmp_path / "a.md", SHARE), tmp_path / "known.json"
    assert told(path, baseline=baseline, write_baseline=True) == (0, "")
    write(path, "새 문단", SHARE)
    status, text = told(path, baseline=baseline)
    assert (status, "findings known from the baseline: 1" in text) == (0, True)
    write(path, SHARE, SHARE, GROWTH)
    status, text = told(path, baseline=baseline)
    assert status == 1
    assert (text.count("[share]"), text.count("[growth-annual]")) == (1, 1)


@pytest.mark.parametrize(
    "content", [None, "{", "[]", '{"format": 2, "findings": []}', '{"format": 1, "findings": [1]}']
)
def test_a_baseline_that_is_none_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None):
    baseline = tmp_path / "known.json"
    if content is not None:
        baseline.write_text(content, "utf-8")
    assert told(write(tmp_path / "a.md", SHARE), baseline=baseline) == (2, "")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{baseline}: the baseline cannot be read: ")


def test_every_code_is_in_the_catalogue_in_every_language():
    raised = {
        code
        for module in SRC.rglob("*.py")
        if "documents" not in module.parts and "quotes" not in module.parts
        for code in re.findall(r"[\"']((?:table|conversion|growth|equal)-[a-z-]+)[\"']", module.read_text("utf-8"))
    }
    assert len(raised) > 12
    for language, told in codes.CODES.items():
        assert set(told) == set(SENTENCES[language].sentences)
        assert raised - {"growth-rate"} <= set(told), raised - set(told)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_code_is_explained(lang: str):
    for code in codes.CODES[lang]:
        done = CliRunner().invoke(main, ["check", "--explain", code, "--lang", lang])
        assert done.exit_code == 0
        assert codes.CODES[lang][code].meaning in done.output
        assert codes.CODES[lang][code].advice in done.output


@pytest.mark.parametrize(
    "options", [["--explain", "nothing"], ["--only", "nothing", "a.md"], ["--ignore", "x", "a.md"]]
)
def test_a_code_that_there_is_not_is_refused_with_those_that_there_are(options: list[str]):
    done = CliRunner().invoke(main, ["check", "--lang", "en", *options])
    assert done.exit_code == 2
    (line,) = done.output.splitlines()
    assert "is no code" in line
    assert "growth-annual" in line
