/* Sphinx's words for its scripts, without the code that it makes out of the rule for plurals: the page's policy forbids
   that, and the languages of the book need no more than this. */
Documentation.addTranslations = ({ messages, locale }) => {
  Object.assign(Documentation.TRANSLATIONS, messages);
  Documentation.PLURAL_EXPR = () => 0;
  Documentation.LOCALE = locale;
};
