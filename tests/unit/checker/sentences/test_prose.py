"""What a finding says, what is left alone, and that no text breaks or slows the checker."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.checker.sentences import Severity, Verdict, check_text


def only_finding(text: str, **options):
    findings = check_text(text, **options).findings
    assert len(findings) == 1, [finding.message for finding in findings]
    return findings[0]


def clean(text: str, **options) -> bool:
    return not check_text(text, **options).findings


MARKET = "세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 연평균 {rate} 성장할 전망이다."


def test_a_wrong_growth_rate_is_stated_with_the_interval_that_would_be_right_and_how_far_off_it_is():
    finding = only_finding(MARKET.format(rate="62.0%"))
    assert (finding.code, finding.stated, finding.severity) == ("growth-annual", "62.0%", Severity.ERROR)
    low, high = finding.expected
    assert (round(low, 1), round(high, 1)) == (Decimal("23.9"), Decimal("28.3"))
    assert "23.9% ~ 28.3%" in finding.message
    assert "%p" in finding.message


def test_every_rate_that_the_rounding_of_the_ends_allows_is_let_be():
    assert clean(MARKET.format(rate="24.0%"))
    assert clean(MARKET.format(rate="28.2%"))
    assert not clean(MARKET.format(rate="22.0%"))


def test_under_a_tenth_of_a_percentage_point_is_a_warning():
    text = "The market grows from $24.68 billion in 2022 to $32.33 billion in 2028, a CAGR of {}."
    assert only_finding(text.format("4.59%")).severity is Severity.WARNING
    assert only_finding(text.format("4.40%")).severity is Severity.ERROR


def test_a_rate_cut_off_instead_of_rounded_is_explained():
    finding = only_finding("The market grows from $24.68 billion in 2022 to $32.33 billion in 2028, a CAGR of 4.59%.")
    assert "cut off" in finding.message


def test_a_rate_that_fits_one_year_more_says_so():
    finding = only_finding("2020년 1525억달러에서 연평균 18.8%로 2026년 5088억달러에 이른다.")
    assert "7년으로 세면" in finding.message


def test_growth_in_total_that_would_fit_as_growth_a_year_says_so():
    finding = only_finding("매출은 2019년 12조6586억원에서 2023년 20조 7546억원으로 13.2% 성장했다.")
    assert finding.code == "growth-total"
    assert "연평균 증가율이라면" in finding.message


def test_a_slip_of_unit_is_named_by_its_factor():
    finding = only_finding("15 trillion won (US$11.47 million)")
    assert finding.code == "conversion-band"
    assert "1,000" in finding.message


def test_a_given_rate_judges_every_conversion_and_none_is_lost_without_it():
    text = "2019년 6.00억 달러(7,320억 원), 2025년 24.0억 달러(2조 9,280억 원)"
    assert clean(text)
    assert clean(text, rate=Decimal(1220))
    assert {finding.code for finding in check_text(text, rate=Decimal(1100)).findings} == {"conversion-rate"}


def test_a_rate_stated_in_the_document_is_used():
    assert clean("환율은 달러당 1,220원이다. 시장은 6.00억 달러(7,320억 원)다.")
    assert only_finding("환율은 달러당 1,200원이다. 시장은 6.00억 달러(7,320억 원)다.").code == "conversion-rate"


def test_of_three_conversions_the_one_at_another_rate_is_the_one_that_is_flagged():
    text = "A 10.0억 달러(1조 2,000억 원). B 20.0억 달러(2조 4,000억 원). C 30.0억 달러(3조 9,000억 원)."
    finding = only_finding(text)
    assert finding.code == "conversion-common-rate"
    assert finding.text.startswith("30.0억 달러")


def test_two_conversions_that_disagree_are_both_named_since_either_may_be_wrong():
    report = check_text("A 10.0억 달러(1조 2,000억 원). B 30.0억 달러(3조 9,000억 원).")
    assert [claim.verdict for claim in report.claims] == [Verdict.INCONSISTENT, Verdict.INCONSISTENT]


def test_one_digit_refutes_nothing():
    assert clean("1조원 시장 가운데 병원이 7,210억원으로 81%를 차지한다.")
    assert clean("[제목] 시장 1조원 / [본문] 시장은 1조 2,400억원이다.")


def test_one_sided_wording_is_one_sided():
    text = "2022년 100억 달러에서 2030년 500억 달러로 연평균 {} 성장한다."
    assert clean(text.format("20% 이상"))
    assert not clean(text.format("23% 이상"))
    assert not clean(text.format("20%"))


def test_about_widens_nothing():
    assert not clean("2022년 약 100억 달러에서 2030년 약 500억 달러로 연평균 약 20% 성장한다.")


def test_a_list_that_ends_in_others_may_fall_short_of_its_total_but_not_exceed_it():
    text = "국비 {}억원, 도비 450억원, 시비 150억원 등 총 3,000억원을 투입한다."
    assert clean(text.format("1,500"))
    assert only_finding(text.format("2,700")).code == "sum"


def test_messages_follow_the_language_of_the_document_or_the_one_asked_for():
    text = "15 trillion won (US$11.47 million)"
    assert "exchange rate" in only_finding(text).message
    assert "환율" in only_finding(text, lang="ko").message


def test_a_finding_stands_on_the_line_of_its_first_figure():
    text = "제목\n\n둘째 문단.\n" + MARKET.format(rate="62.0%")
    assert only_finding(text).line == 4


def test_a_line_break_inside_a_sentence_hides_nothing():
    assert not clean("세계 시장은 2019년 6억 달러에서\n2025년 24억 달러로 연평균\n62.0% 성장할 전망이다.")


@pytest.mark.parametrize("kind", ["conversion", "growth", "share", "sum", "equal"])
def test_neighbouring_amounts_of_different_things_claim_nothing(kind):
    text = (
        "A사는 5억 달러, B사는 70억 원의 매출을 올렸다. 시장은 매년 10% 성장한다. 직원은 1,200명이다. "
        "제3조에 따라 10억원을 지원하고 2조원을 더 투자한다. 점유율은 45%다."
    )
    assert kind not in {claim.kind for claim in check_text(text).claims}


def test_a_loss_after_a_profit_is_growth_in_total_below_minus_a_hundred_percent():
    finding = only_finding("국내는 377억원에서 -37억원으로 78% 커졌다.")
    assert finding.expected[1] < -100


def test_the_rate_stated_in_a_paragraph_is_used_for_its_own_conversions_only():
    first = "2019년 평균 환율은 달러당 1,165.80원이다. 시장은 6.00억 달러(6,995억 원)다."
    second = "2025년 평균 환율은 달러당 1,421.40원이다. 시장은 24.0억 달러(3조 4,114억 원)다."
    assert clean(f"{first}\n\n{second}")
    assert not clean(f"{first}\n\n{second.replace('1,421.40', '1,291.78')}")


def test_lines_of_a_list_are_not_read_as_one_sentence():
    assert clean(
        "Healthcare was valued at USD 8.45 trillion in 2021\n"
        "The digital market reaches USD 511.8 billion by 2027, a CAGR of 15.4%\n"
    )


def test_a_rate_of_zero_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        check_text("x", rate=Decimal(0))


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("remainder", "찬성 52.1%, 반대 33.4%, 모름 24.5%로 나타났다.", "14.40%"),
        ("remainder", "Hardware made up 55% of sales, software 25%, services the remaining 30%.", "19.0% to 21.0%"),
        ("ratio", "응시자는 남성 360명, 여성 120명으로 남녀 비율이 2대 1이다.", "3.0"),
        ("years", "The clinic opened in 2009. Six years later, in 2016, it moved to Leeds.", "2015"),
        ("average", "Treating 800 people cost $4.80 million, an average of $7,000 per person.", "÷ 800"),
        ("fraction", "예산 900억원의 3분의 1인 200억원을 복지에 쓴다.", "200억원 ÷ 900억원"),
        (
            "product",
            "The ward employs 450 nurses at an average of $82,000; its payroll is $39.6 million.",
            "450 nurses",
        ),
        ("bound", "The bridge cost $61 million, below the $58 million set aside for it.", "$58 million"),
        ("listed", "Six towns joined the league: Arden, Bexley, Corby and Dorking.", "Arden, Bexley, Corby, Dorking"),
    ],
)
def test_what_follows_from_the_other_figures_is_told(code, text, right):
    finding = only_finding(text)
    assert finding.code == code
    assert right in finding.message


def test_a_whole_number_of_several_blocks_ends_at_its_counter():
    assert clean("올해 2만 3,400명으로 지난해 1만 8,000명보다 30% 늘었다.")
    assert not clean("올해 2만 3,400명으로 지난해 1만 8,000명보다 40% 늘었다.")


PIECES = st.sampled_from(
    [
        "6억 달러",
        "7,320억 원",
        "(",
        "약 ",
        ")",
        "에서 ",
        "으로 ",
        "연평균 ",
        "26.0%",
        "2019년 ",
        "2025년 ",
        " CAGR of ",
        "USD 2.4 billion",
        " in 2019",
        " to ",
        " from ",
        "$5bn",
        "1조",
        "2천",
        "억",
        "만",
        "0",
        "0.0",
        "-",
        "△",
        "%",
        "%p",
        "5년간 ",
        "\n\n",
        "# ",
        "[제목] ",
        " / [본문] ",
        ". ",
        ",",
        "총 ",
        "중 ",
        "더한 ",
        "↑",
        "0원",
        "0%",
        "’17년",
        "2022-12-31",
        "달러당 1,220원",
        "$1=0원",
        "at least ",
        "이상",
        "십억",
        "경",
        "100 엔",
        "①",
        "５억",
        "\u200b",
        "\x00",
        "99999999999999999999조",
    ]
)


@given(
    st.one_of(
        st.lists(PIECES, max_size=14).map("".join),
        st.text(max_size=200),
        st.binary(max_size=200).map(lambda data: data.decode("utf-8", "replace")),
    )
)
def test_no_text_breaks_the_checker_and_every_finding_has_a_place(text):
    report = check_text(text)
    for finding in report.findings:
        assert 0 <= finding.start < len(text)
        assert 1 <= finding.line <= text.count("\n") + 1
        assert finding.expected[0] <= finding.expected[1]
    refuted = [claim for claim in report.claims if claim.verdict is Verdict.INCONSISTENT]
    assert len(refuted) == len(report.findings)


@given(
    start=st.integers(100, 9999),
    end=st.integers(100, 9999),
    steps=st.integers(1, 12),
    language=st.sampled_from(("ko", "en")),
)
def test_a_growth_rate_computed_from_its_own_ends_is_never_flagged(start, end, steps, language):
    rate = round((Decimal(end) / start) ** (Decimal(1) / steps) * 100 - 100, 1)
    sentences = {
        "ko": f"시장은 2020년 {start}억 달러에서 {2020 + steps}년 {end}억 달러로 연평균 {rate}% 변화했다.",
        "en": f"The market went from ${start} million in 2020 to ${end} million in {2020 + steps}, a CAGR of {rate}%.",
    }
    report = check_text(sentences[language])
    assert [claim.verdict for claim in report.claims if claim.kind == "growth"] == [Verdict.CONSISTENT]


def test_the_codes_are_stable():
    from factbook.checker.sentences.messages import CATALOGUES

    codes = {name: set(catalogue.sentences) for name, catalogue in CATALOGUES.items()}
    assert codes["ko"] == codes["en"]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes["en"])
    assert set(CATALOGUES["ko"].clues) == set(CATALOGUES["en"].clues)
