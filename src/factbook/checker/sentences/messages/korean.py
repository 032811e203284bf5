"""한국어로 쓰는 점검 결과. Findings in Korean."""

BETWEEN = "{low} ~ {high}"
LISTS = ", "

SENTENCES = {
    "conversion-rate": "{left} → {stated}: 주어진 환율로 환산한 값은 {expected} (차이 {off}%).",
    "conversion-common-rate": "{left} → {stated}: 다른 환산의 환율로 구한 값은 {expected} (차이 {off}%).",
    "conversion-band": "{left} → {stated}: 어느 해의 환율로도 나올 수 없는 값입니다. 가능한 범위는 {expected}.",
    "growth-annual": "{start} → {end}, {steps}년: 적힌 연평균 증가율 {stated}, 계산한 값 {expected} (차이 {off}%p).",
    "growth-total": "{start} → {end}: 적힌 증가율은 {stated}, 계산한 값은 {expected} (차이 {off}%p).",
    "growth-currency": "{start} → {end}: 두 금액의 통화가 다른데, 같은 통화라야 증가율 {rate}에 맞습니다.",
    "share": "{part} ÷ {whole}: 적힌 비중은 {stated}, 계산한 값은 {expected} (차이 {off}%p).",
    "sum": "{parts}: 적힌 합계는 {stated}, 더한 값은 {expected} (차이 {off}%).",
    "difference": "{parts}: 적힌 차이는 {stated}, 뺀 값은 {expected} (차이 {off}%).",
    "equal": "같은 수치를 {first}, {stated} 두 가지로 적었습니다. 앞의 값에 맞는 범위는 {expected}.",
    "equal-currency": "같은 수치를 {first}, {stated} 두 가지 통화로 적었습니다.",
    "table-total": "{arithmetic} = {expected}, 적힌 값은 {stated} (차이 {off}%).",
    "table-difference": "{arithmetic} = {expected}, 적힌 값은 {stated} (차이 {off}%).",
    "table-points": "{arithmetic} = {expected}, 적힌 값은 {stated} (차이 {off}%p).",
    "table-share": "{arithmetic} = {expected}, 적힌 비중은 {stated} (차이 {off}%p).",
    "table-growth": "{arithmetic} = {expected}, 적힌 증가율은 {stated} (차이 {off}%p).",
    "table-growth-annual": "{arithmetic} = 연평균 {expected}, 적힌 값은 {stated} (차이 {off}%p).",
    "table-average": "{arithmetic} = {expected}, 적힌 평균은 {stated} (차이 {off}%).",
    "table-ratio": "{arithmetic} = {expected}, 적힌 값은 {stated} (차이 {off}%).",
    "table-index": "{arithmetic} = {expected}, 적힌 지수는 {stated} (차이 {off}%).",
    "table-rank": "{stated}: 순위의 차례에 어긋납니다. {arithmetic} (차이 {off}%).",
    "table-text-growth": "표로 계산하면 {arithmetic} = {expected}, 글에는 {stated}로 적었습니다(차이 {off}%p).",
    "table-text": "표에는 {arithmetic}, 글에는 {stated}로 적었습니다(차이 {off}%).",
    "multiple": "{arithmetic} = {expected}배, 적힌 배수는 {stated} (차이 {off}%).",
    "fraction": "{arithmetic} = {expected}, 적힌 비율은 {stated} (차이 {off}%p).",
    "bound": "{arithmetic}라고 적혔지만 {stated}은(는) 그 반대쪽에 있습니다.",
    "listed": "{arithmetic}: 이름은 {expected}, 적힌 수는 {stated}.",
    "product": "{arithmetic} = {expected}, 적힌 값은 {stated} (차이 {off}%).",
    "points": "{arithmetic} = {expected}, 적힌 차이는 {stated} (차이 {off}%p).",
    "remainder": "{arithmetic} = {expected}, 적힌 나머지는 {stated} (차이 {off}%p).",
    "ratio": "{arithmetic} = {expected}, 적힌 비율은 {stated} (차이 {off}%).",
    "years": "{arithmetic} = {expected}, 적힌 해는 {stated}.",
    "average": "{arithmetic} = {expected}, 적힌 평균은 {stated} (차이 {off}%).",
}

CLUES = {
    "implied-rate": "이 환산에 담긴 환율: {value}.",
    "common-rate": "다른 환산의 환율: {value}.",
    "slip": "단위나 소수점이 {value}배 어긋났다면 맞습니다.",
    "slip-of": "{value}의 단위나 소수점이 어긋났다면 맞습니다.",
    "truncated": "반올림하지 않고 버렸다면 맞습니다.",
    "steps": "{value}년으로 세면 맞습니다.",
    "in-total": "연평균이 아니라 전체 기간의 증가율이라면 맞습니다.",
    "a-year": "전체 기간이 아니라 연평균 증가율이라면 맞습니다.",
    "swapped-in": "{value}에서 이웃한 두 숫자의 자리가 바뀌었다면 맞습니다.",
    "swapped": "이웃한 두 숫자의 자리가 바뀌었다면 맞습니다.",
}
