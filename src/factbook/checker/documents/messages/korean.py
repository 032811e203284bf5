"""한국어 보고서. The report in Korean."""

from factbook.checker.documents.messages.english import Words

WORDS: Words = {
    "places": {"line": "{number}행", "paragraph": "{number}번째 문단", "page": "{number}쪽", "cell": "{number}번째 셀"},
    "severities": {"error": "오류", "warning": "주의"},
    "reasons": {
        "missing": "파일이나 폴더가 없습니다",
        "forbidden": "파일을 열 권한이 없습니다",
        "empty": "빈 파일입니다",
        "too-big": "파일이 너무 큽니다({detail})",
        "encoding": "UTF-8, CP949(EUC-KR), UTF-16 가운데 어느 텍스트도 아닙니다({detail})",
        "damaged": "파일이 손상되었거나 이름과 다른 형식입니다({detail})",
        "protected": "암호가 걸린 파일입니다",
        "nothing": "파일에 글이 없습니다",
        "format": "«{detail}» 형식은 읽지 않습니다",
        "folder": "폴더에 읽을 수 있는 문서가 없습니다",
    },
    "advice": {
        "missing": "경로를 확인하십시오",
        "forbidden": "읽기 권한을 확인하십시오",
        "empty": "저장되었는지 확인하십시오",
        "too-big": "64 MB 이하로 나누십시오",
        "encoding": "UTF-8로 다시 저장하십시오",
        "damaged": "원래 프로그램에서 열어 다시 저장한 뒤 점검하십시오",
        "protected": "암호 없이 사본을 저장하십시오",
        "nothing": "그림 속 글자는 읽지 않습니다. 먼저 텍스트로 저장하십시오",
        "format": ".md .txt .html .ipynb .docx .hwpx .pdf 가운데 하나로 바꾸십시오",
        "folder": ".md .txt .html .ipynb .docx .hwpx .pdf 문서가 든 폴더를 지정하십시오",
    },
    "unreadable": "읽을 수 없음",
    "consistent": "맞음({claims}건 점검)",
    "findings": "주장 {claims}건 가운데 {findings}건이 맞지 않음",
    "summary": "문서 {documents}건, 주장 {claims}건, 지적 {findings}건, 읽지 못한 문서 {unreadable}건",
    "unchecked": "점검한 것 없음(주장을 찾지 못함)",
    "tables": "표 {tables}개 가운데 {checked}개 점검{kinds}",
    "without_unit": "단위가 없어 점검하지 않은 표 {number}개",
    "unused": "주장에 쓰이지 않은 숫자 {number}개",
    "kinds": {
        "sum": "합계와 차이 {number}건",
        "share": "비중 {number}건",
        "growth": "증가율 {number}건",
        "conversion": "환산 {number}건",
        "equal": "글과 표 {number}건",
    },
}
