"""The words of heads and of unit lines, one value a language; rules use the words of all languages at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class TableCues:
    """Regular expressions by what they tell of a head. ``role`` expressions are tried in the order of the fields."""

    flow: str
    section: str
    annual: str
    share: str
    growth: str
    change: str
    average: str
    total: str
    result: str
    part: str
    price: str
    other: str
    opening: str
    closing: str
    rank: str
    balance: str
    cost: str
    income: str
    rate: str
    ratio: str
    index: str
    cumulative: str
    adjusted: str
    overlapping: str
    rounded: str
    counted: str
    period: str
    unit_line: str
    converted: str
    apart: str
    averaged: str
    whole: str
    rises: str
    falls: str
    change_of: str
    on_quarter: str
    on_year: str
    scored: str


KOREAN = TableCues(
    flow=r"^현금.*증(?:가|감)|순\s?증감$",
    section=r"활동.*현금\s?흐름$",
    annual=r"CAGR|연평균|연복합",
    share=r"비중|구성비|점유율|지분율|비율\s*\(%\)$|^비율$|백분율",
    growth=r"증감률|증감율|증가율|성장률|감소율|신장률|등락률"
    r"|(?:전년|전기|전년도|전월|전\s?분기)\s*(?:동기|동월)?\s*(?:대비|비)(?!.*(?:액|원|명|증감$))|YoY|QoQ|MoM",
    change=r"^증감|대비\s*[(（]\s*%?p|전일\s?비|전일\s?대비|증감\s*(?:액|수|\(|$)|증가액|증감액|차이|변동|증감폭",
    average=r"평균|1인당|인당|당\s*(?:금액|매출)",
    total=r"^(?:합\s*계|총\s*계|소\s*계|계|총\s*합|전\s*체|총\s*액|누\s*계)(?:\s*[(（].*)?$"
    r"|(?:총계|합계|소계)(?:\s*[(（].*)?$|[가-힣] 계$|활동.*현금\s?흐름$",
    result=r"^매출\s*총이익(?!률)|^총이익(?!률)|^영업이익(?!률)|^영업손익|^영업손실|이익$|손익$|수지(?:차)?$|수지[(（]|^순이익|^순\s?증(?:감)?$"
    r"|^차액$|(?:현금|자산).*(?:의\s*)?(?:순\s*)?(?:증가|증감)(?:\s*[(（].*)?$",
    part=r"^\s*[(（]?\s*(?:중\s|이\s*중|이\s*가운데|그\s*중|그\s*가운데|내역)",
    price=r"단가|주가|가격|종가",
    opening=r"^기\s?초(?=$|[\s(（의잔자현재])|기초\s*(?:잔액|자산|현금|재고)|^전기\s?말|^전년\s?말|^이월",
    closing=r"^기\s?말(?=$|[\s(（의잔자현재])|기말\s*(?:잔액|자산|현금|재고)|^당기\s?말|^차기\s?이월",
    rank=r"^순위$|^순번$|^등수$",
    balance=r"총이익|수지|^차액$",
    cost=r"비용|원가|손실|지출|판매비|관리비|법인세|세금",
    income=r"수익|이익|소득|수입",
    rate=r"환율",
    ratio=r"1인당|주당|인당|당\s|당$|당[(（]|대비|비율|율$|률$|[율률]\s*[(（]|단가|[(（]%[)）]",
    index=r"지수|=\s*100",
    cumulative=r"누적|.누\s?계|누\s?계.",
    overlapping=r"실인원|실\s?인원|순인원|중복|복수\s*응답|다중\s*응답",
    rounded=r"반올림|단수\s*(?:처리|조정)|끝수",
    adjusted=r"실질|불변|기여도",
    other=r"지수|누적|순위|등급|연령|나이|환율|배율|이익률|수익률|율$|률(?:\s*\(%\))?$|배$|번호",
    counted=r"(?:명|건|곳|개|수|인원|환자|기관|가구|대수)$",
    period=r"[1-4]\s*분기|[0-9]{1,2}\s*월|반기",
    unit_line=r"단위",
    converted=r"환산|원화|달러화",
    apart=r"\s(?:중|가운데)(?:에서|에)?\s|목표|계획|예산|전망|예상|누적",
    averaged=r"평균|매년|해마다",
    whole=r"전체의|전체\s?\S{0,6}의|비중|차지|점유",
    rises=r"증가|늘|상승|성장|올라|오른|신장|확대",
    falls=r"감소|줄|하락|떨어|축소|내려|내린",
    on_quarter=r"전\s?분기",
    on_year=r"전년|작년",
    change_of=r"[가-힣]의\s?(?:증가|감소|증감|변동)$",
    scored=r"[(（](?P<ko_score>[0-9]{1,2})점[)）]",
)
ENGLISH = TableCues(
    flow=r"^net (?:increase|decrease|change)\b.*\b(?:cash|before|after|for)\b|^net (?:increase|decrease)"
    r"|^increase .*cash",
    section=r"^net cash (?:from|used|provided|generated|flow)",
    annual=r"\bCAGR\b|compound annual|per annum|average annual",
    share=r"\bshare\b|% of (?:the )?(?:total|sales|all)|percent of|proportion|\bmix\b|^(?:%|percent(?:age)?)$",
    growth=r"\bgrowth\b|\b(?:YoY|QoQ|MoM)\b|quarter[- ]on[- ]quarter|year[- ]on[- ]year|year[- ]over[- ]year"
    r"|(?:% ?|percent(?:age)? )(?:change|chg|increase)"
    r"|(?:change|chg|increase)\.?[ ,]*\(?(?:%|percent|in %)|rate of change",
    change=r"^(?:change|difference|increase|decrease|variance|net change|chg\.?|\+/-)\b",
    average=r"\baverage\b|\bmean\b|\bmedian\b|\bper (?:capita|head|person|share|unit)\b",
    total=r"^(?:grand |sub-?|overall )?total\b|^sum$|^all$|^all [a-z]+$|^overall$|\btotal$|^total,"
    r"|^net cash (?:from|used|provided|generated|flow)"
    r"|^(?:both sexes|persons)$",
    result=r"^gross profit$|^operating (?:profit|income|loss|surplus|deficit)"
    r"|^net (?:profit|income|loss|result|surplus|deficit|interest income)"
    r"|^(?:net )?(?:profit|loss|surplus|deficit|earnings|income) (?:\(|before|after|for|from)|^profit\b|^balance$"
    r"|^(?:trade )?(?:balance|surplus|deficit)(?: \(.*)?$|, net\b|^increase (?:\(decrease\) )?in cash",
    part=r"^\s*\(?\s*(?:of which|thereof|including|o/w|incl\.)",
    price=r"\bprice\b|\bclose\b|\bquote\b",
    opening=r"\bat (?:the )?(?:beginning|start)\b|^opening\b|\bbrought forward\b|\bat 1 January\b",
    closing=r"\bat (?:the )?(?:end|close)\b|^closing\b|\bcarried forward\b|\bat 31 December\b",
    rank=r"^rank(?:ing)?$|^position$",
    cost=r"\bcosts?\b|\bexpenses?\b|\btax(?:es)?\b|\bloss(?:es)?\b|\bcharges?\b|\bdepreciation\b|\bamortisation\b"
    r"|\bamortization\b|\bimpairment\b|\bimports\b|\bexpenditure\b",
    income=r"\bincome\b(?! tax)|\bgains?\b|\brevenues?\b|\bexports\b",
    balance=r"^gross\b|^(?:trade )?(?:balance|surplus|deficit)\b",
    rate=r"\bexchange rate\b|\b(?:average|closing|year-end|spot) rate\b|\b[A-Z]{3}\s?/\s?[A-Z]{3}\b",
    ratio=r"\bper\b|/|\bEPS\b|\(%\)|\bratio\b|\brate\b|\bmargin\b|\byield\b|\bintensity\b|\bdensity\b|\bprice\b"
    r"|\baverage\b",
    index=r"\bindex\b|=\s*100",
    cumulative=r"\bcumulative\b|\brunning total\b|\bcum\.|\byear[- ]to[- ]date\b|\bYTD\b",
    overlapping=r"\bunique\b|\bunduplicated\b|\bdistinct\b|\bdouble[- ]count"
    r"|\bmore than one (?:answer|response|category)"
    r"|\bmultiple (?:answers|responses)\b|\bcounted once\b|\boverlap",
    rounded=r"\brounding\b|\brounded\b|\bdo(?:es)? not (?:always )?(?:add|sum)\b|\bmay not (?:add|sum)\b",
    adjusted=r"\bconstant[- ]currenc|\borganic|\blike[- ]for[- ]like|\bunderlying|\bcomparable|\bcontribution\b",
    other=r"\bindex\b|\bcumulative\b|\brunning total\b|\brank(?:ing)?\b|\bage\b|\bmargin\b"
    r"|\brate\b|\bratio\b|\bfactor\b|\bp[- ]value\b|\bSD\b"
    r"|\bscore\b|^notes?$|^no\.?$|^#$|\bmultiple\b",
    counted=r"\bnumber\b|\bcount\b|\bn\b|\bpatients\b|\bhospitals\b|\bcases\b|\bpeople\b|\bemployees\b|\bparticipants\b"
    r"|\bpersons\b|\bstaff\b|\bunits\b|\btrials\b|\brespondents\b|\bcompanies\b|\bsites\b|\bbeds\b|\bresponses\b",
    period=r"\bQ[1-4]\b|\b[1-4]Q\b|\bH[12]\b|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?"
    r"|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b",
    unit_line=r"\bunits?\b|\bin (?:thousand|million|billion|trillion|crore|lakh|USD|US|KRW|EUR|GBP)"
    r"|\bfigures\b|\bamounts\b",
    apart=r"\bof which\b|\bof these\b|\btarget|\bgoal\b"
    r"|\bplan|\bforecast|\bexpect|\bbudget|\bguidance\b|\bcumulative",
    averaged=r"\baverag|\ba year\b|\bannual",
    whole=r"\bof (?:the )?(?:total|whole|all)\b|\baccount(?:s|ed|ing) for\b|\bshare\b|\bmade up\b|\bmakes? up\b",
    rises=r"\b(?:rose|rise|rising|up|increas|grew|grow|climb|gain|jump|surg|expand)",
    falls=r"\b(?:fell|fall|down|decreas|declin|drop|shrank|shrink|slid|contract|lower)",
    converted=r"\bconverted\b|\bequivalent\b|\bin (?:won|dollars|USD|KRW)\b",
    on_quarter=r"\bQoQ\b|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter",
    on_year=r"\bYoY\b|year[- ]on[- ]year|year[- ]over[- ]year",
    change_of=r"^(?:decrease/)?\(?(?:increase|decrease|change)\)?(?:/\(?(?:increase|decrease)\)?)? in ",
    scored=r"[(（](?P<score>[0-9]{1,2})(?: points?)?[)）]|^(?P<first>[0-9]{1,2}) ?[=–-] ?[A-Za-z]",
)


class Words:
    """The expressions of several languages, compiled."""

    def __init__(self, languages: Sequence[TableCues]) -> None:
        self._patterns = {
            field.name: re.compile("|".join(f"(?:{getattr(one, field.name)})" for one in languages), re.IGNORECASE)
            for field in fields(TableCues)
        }

    def number(self, cue: str, text: str) -> int | None:
        """The number in the expression, where it is found in ``text``."""
        found = self._patterns[cue].search(text)
        return int(next(filter(None, found.groups()))) if found else None

    def has(self, cue: str, text: str) -> bool:
        """Whether the expression is found in ``text``."""
        return self._patterns[cue].search(text) is not None


WORDS = Words((KOREAN, ENGLISH))

_SUM = r"(?:총\s?계|합\s?계)"
_SALES = r"^(?:total |net )?(?:revenues?|sales|turnover)$"
#: Ratios that accounts know by name, in any language: the head of each, of what is divided, and of what divides it.
NAMED_RATIOS = [
    tuple(re.compile(head, re.IGNORECASE) for head in heads)
    for heads in (
        (r"^부채\s?비율", rf"^(?:부채\s?{_SUM}|총\s?부채)$", rf"^(?:자본\s?{_SUM}|총\s?자본)$"),
        (r"^유동\s?비율", r"^유동\s?자산$", r"^유동\s?부채$"),
        (r"^자기\s?자본\s?비율", rf"^(?:자본\s?{_SUM}|총\s?자본)$", rf"^(?:자산\s?{_SUM}|총\s?자산)$"),
        (r"^매출\s?총\s?이익률", r"^매출\s?총\s?이익$", r"^매출액?$"),
        (r"^영업\s?이익률", r"^영업\s?이익$", r"^매출액?$"),
        (r"^(?:당기)?\s?순\s?이익률", r"^(?:당기)?\s?순\s?이익$", r"^매출액?$"),
        (r"^gross (?:profit )?margin", r"^gross profit$", _SALES),
        (r"^operating (?:profit )?margin", r"^operating (?:profit|income)$", _SALES),
        (r"^net (?:profit |income )?margin", r"^net (?:profit|income)$", _SALES),
        (r"^current ratio", r"^(?:total )?current assets$", r"^(?:total )?current liabilities$"),
        (r"^debt[- ]to[- ]equity", r"^total (?:liabilities|debt)$", r"^(?:total )?(?:shareholders.? )?equity$"),
    )
]
