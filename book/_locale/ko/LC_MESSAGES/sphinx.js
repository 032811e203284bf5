// 찾기 화면이 브라우저에서 쓰는 말.
Documentation.addTranslations({
  locale: "ko",
  plural_expr: "0",
  messages: {
    ", in ": ", 문서: ",
    "Hide Search Matches": "찾은 말 표시 지우기",
    "Preparing search...": "찾을 준비를 하고 있습니다…",
    "Search": "찾기",
    "Search Results": "찾은 결과",
    "Search finished, found ${resultCount} page(s) matching the search query.": "찾은 쪽: ${resultCount}개",
    "Searching": "찾고 있습니다",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "찾는 말이 들어 있는 쪽이 없습니다. 맞춤법을 확인하거나 더 짧은 말로 찾아 보십시오."
  }
});
