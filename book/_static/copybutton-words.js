/* The words of the copy button, in the page's language: the library has a fixed list of languages. */
{
  const { copy, copied, failed } = document.currentScript.dataset;
  messages.page = { copy, copy_to_clipboard: copy, copy_success: copied, copy_failure: failed };
  locale = "page";
  iconCopy = iconCopy.replace(/<title>.*?<\/title>/, "");
  iconCheck = iconCheck.replace(/<title>.*?<\/title>/, "");
}
