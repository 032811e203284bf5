"""What search takes for a word: particles and endings come off, figures are their values, whole words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.search import index, rules, terms
from factbook.search.index import Section


def terms_of(text: str) -> list[tuple[str, ...]]:
    return [token.terms for token in terms.of(text)]


def stems(word: str) -> tuple[str, ...]:
    (token,) = terms.of(word)
    return token.terms


@pytest.mark.parametrize(
    "written",
    [
        "시장이",
        "시장을",
        "시장의",
        "시장에서",
        "시장에서는",
        "시장에서만은",
        "시장으로",
        "시장까지도",
        "시장입니다",
        "시장인",
    ],
)
def test_a_noun_is_found_under_any_particle(written: str):
    assert stems(written)[-1] == "시장"
    assert stems(written)[0] == written


@pytest.mark.parametrize(
    "written",
    [
        "성장한다",
        "성장하는",
        "성장했다",
        "성장했습니다",
        "성장할",
        "성장합니다",
        "성장하면서",
        "성장하지만",
        "성장시켰다",
    ],
)
def test_a_verb_made_of_a_noun_is_found_by_the_noun(written: str):
    assert stems(written)[-1] == "성장"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("커진다", "커졌습니다"),
        ("낮춘", "낮추다"),
        ("늘어나는", "늘어났다"),
        ("알려지지", "알려진"),
        ("확정되었다", "확정된"),
        ("밀렸다", "밀린"),
    ],
)
def test_two_forms_of_a_verb_meet(one: str, other: str):
    assert set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(
    "word",
    ["의료", "시장", "효과", "평가", "국가", "정의", "회의", "제도", "환율", "비율", "개인", "책임", "북한", "규제"],
)
def test_a_word_that_only_looks_as_if_it_had_a_particle_stays_whole(word: str):
    assert stems(word) == (word,)


def test_a_word_keeps_every_stage_of_what_it_may_be():
    assert stems("전문의는") == ("전문의는", "전문의", "전문")


def test_a_particle_after_a_name_or_a_figure_is_no_word():
    assert terms_of("FDA의 AI를 26.0%가") == [("fda",), ("ai",), ("#26%", "#26")]


def test_a_common_misspelling_finds_the_right_word():
    assert "성장률" in stems("성장율")


@pytest.mark.parametrize(
    "written", ["7,320억", "7320억", "7320 억 원", "7,320억 원을", "KRW 732 billion", "732bn", "732,000,000,000"]
)
def test_an_amount_is_its_value_however_it_is_written(written: str):
    assert "#732000000000" in [term for token in terms_of(written) for term in token]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2조 9,280억 원", "#2928000000000"),
        ("2조9280억", "#2928000000000"),
        ("24억 달러", "#2400000000"),
        ("USD 2.4 billion", "#2400000000"),
        ("2.4bn", "#2400000000"),
        ("5억 6,152만 달러", "#561520000"),
        ("1,220원", "#1220"),
        ("1220.84", "#1220.84"),
        ("26.0%", "#26%"),
        ("26 %", "#26%"),
        ("26퍼센트", "#26%"),
        ("26 per cent", "#26%"),
        ("0.3%p", "#0.3%"),
        ("2025년", "#2025"),
    ],
)
def test_a_figure_is_its_value(written: str, value: str):
    assert value in [found[0] for found in terms_of(written)]


@pytest.mark.parametrize("text", ["2019 만에", "5 thousands of", "3 bnp", "2 조건"])
def test_what_only_begins_like_a_scale_is_none(text: str):
    assert terms_of(text)[0] in [("#2019",), ("#5",), ("#3",), ("#2",)]


def test_the_parts_of_an_amount_are_found_too():
    assert set(terms_of("2조 9,280억")[0]) == {"#2928000000000", "#2", "#2000000000000", "#9280", "#928000000000"}


def test_english_words_are_stemmed_and_keep_their_whole():
    assert stems("Markets") == ("markets", "market")


@given(st.text())
def test_no_text_breaks_it_and_tokens_stand_in_order(text: str):
    end = 0
    for token in terms.of(text):
        assert end <= token.start < token.end <= len(text)
        assert token.terms and all(token.terms)
        end = token.end


@given(st.integers(1, 10**6), st.sampled_from(["만", "억", "조", " million", "bn"]))
def test_commas_change_nothing(number: int, scale: str):
    assert terms_of(f"{number}{scale}")[0][0] == terms_of(f"{number:,}{scale}")[0][0]


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=8))
def test_an_ending_never_takes_a_whole_word(word: str):
    if word not in rules.load().particles:
        assert all(stems(word))


def test_the_rules_are_written_out_the_same_each_time():
    rules.load.cache_clear()
    first = rules.load().script()
    rules.load.cache_clear()
    assert rules.load().script() == first


def test_sentences_end_at_their_marks_and_not_at_initials():
    assert index.sentences("시장은 커집니다. 2025년에는 24억 달러입니다.") == [
        "시장은 커집니다.",
        "2025년에는 24억 달러입니다.",
    ]
    assert index.sentences("M. Grieves coined it. It was 2002.") == ["M. Grieves coined it.", "It was 2002."]


def test_an_index_gives_back_the_sections_it_was_made_of():
    pages = {
        "market": [
            Section("market", "시장", (), ("시장은 커집니다.",), ("world-market-2025",)),
            Section("market-rate", "환율", ("시장",), ("환율은 없습니다.",), ()),
        ],
        "method": [Section("method", "방법", (), (), ())],
    }
    frozen = index.freeze(pages, {"world-market-2025": "2025년 세계 시장: 24억 달러"})
    assert index.thaw(frozen) == pages
    assert frozen["terms"]["환율"] == [1]
    assert frozen["titleterms"]["환율"] == [1]
    assert frozen["keyterms"]["#2400000000"] == [0]
    assert list(frozen["terms"]) == sorted(frozen["terms"])
