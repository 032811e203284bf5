"""The words of heads and of unit lines, one value a language; rules use the words of all languages at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class TableCues:
    """Regular expressions by what they tell of a head. ``role`` expressions are tried in the order of the fields."""

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
    counted: str
    period: str
    unit_line: str
    converted: str


KOREAN = TableCues(
    annual=r"CAGR|연평균|연복합",
    share=r"비중|구성비|점유율|비율\s*\(%\)$|^비율$|백분율",
    growth=r"증감률|증감율|증가율|성장률|감소율|신장률|등락률"
    r"|(?:전년|전기|전년도)\s*(?:동기)?\s*(?:대비|비)(?!.*(?:액|원|명|증감$))|YoY",
    change=r"^증감|증감\s*(?:액|수|\(|$)|증가액|증감액|차이|변동|증감폭",
    average=r"평균|1인당|인당|당\s*(?:금액|매출)",
    total=r"^(?:합\s*계|총\s*계|소\s*계|계|총\s*합|전\s*체|총\s*액|누\s*계)(?:\s*[(（].*)?$"
    r"|(?:총계|합계|소계)(?:\s*[(（].*)?$|[가-힣] 계$",
    result=r"^매출\s*총이익|^총이익|^영업이익|^영업손익|^당기순이익|^무역수지|^수지|^순이익",
    part=r"^\s*[(（]?\s*(?:이\s*중|이\s*가운데|그\s*중|그\s*가운데|내역)",
    price=r"단가|주가|가격|종가",
    other=r"지수|순위|등급|연령|나이|환율|배율|이익률|수익률|율$|률(?:\s*\(%\))?$|배$|번호",
    counted=r"(?:명|건|곳|개|수|인원|환자|기관|가구|대수)$",
    period=r"[1-4]\s*분기|[0-9]{1,2}\s*월|반기",
    unit_line=r"단위",
    converted=r"환산|원화|달러화",
)
ENGLISH = TableCues(
    annual=r"\bCAGR\b|compound annual|per annum|average annual",
    share=r"\bshare\b|% of (?:the )?(?:total|sales|all)|percent of|proportion|\bmix\b|^(?:%|percent(?:age)?)$",
    growth=r"\bgrowth\b|\bYoY\b|year[- ]on[- ]year|year[- ]over[- ]year"
    r"|(?:% ?|percent(?:age)? )(?:change|chg|increase)"
    r"|(?:change|chg|increase)\.?[ ,]*\(?(?:%|percent|in %)|rate of change",
    change=r"^(?:change|difference|increase|decrease|variance|net change|chg\.?)\b",
    average=r"\baverage\b|\bmean\b|\bmedian\b|\bper (?:capita|head|person|share|unit)\b",
    total=r"^(?:grand |sub-?|overall )?total\b|^sum$|^all$|^overall$|\btotal$",
    result=r"^gross (?:profit|margin)$|^operating (?:profit|income|loss)"
    r"|^net (?:profit|income|loss)|^profit\b|^balance$",
    part=r"^\s*\(?\s*(?:of which|thereof|including|o/w|incl\.)",
    price=r"\bprice\b|\bclose\b|\bquote\b",
    other=r"\bindex\b|\brank(?:ing)?\b|\bage\b|\bmargin\b"
    r"|\brate\b|\bratio\b|\bfactor\b|\bp[- ]value\b|\bSD\b"
    r"|\bscore\b|\bnotes?\b|^no\.?$|^#$|\bmultiple\b",
    counted=r"\bnumber\b|\bcount\b|\bn\b|\bpatients\b|\bhospitals\b|\bcases\b|\bpeople\b|\bemployees\b|\bparticipants\b"
    r"|\bpersons\b|\bstaff\b|\bunits\b|\btrials\b|\brespondents\b|\bcompanies\b|\bsites\b|\bbeds\b|\bresponses\b",
    period=r"\bQ[1-4]\b|\b[1-4]Q\b|\bH[12]\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b",
    unit_line=r"\bunits?\b|\bin (?:thousand|million|billion|trillion|crore|lakh|USD|US|KRW|EUR|GBP)"
    r"|\bfigures\b|\bamounts\b",
    converted=r"\bconverted\b|\bequivalent\b|\bin (?:won|dollars|USD|KRW)\b",
)


class Words:
    """The expressions of several languages, compiled."""

    def __init__(self, languages: Sequence[TableCues]) -> None:
        self._patterns = {
            field.name: re.compile("|".join(f"(?:{getattr(one, field.name)})" for one in languages), re.IGNORECASE)
            for field in fields(TableCues)
        }

    def has(self, cue: str, text: str) -> bool:
        """Whether the expression is found in ``text``."""
        return self._patterns[cue].search(text) is not None


WORDS = Words((KOREAN, ENGLISH))
