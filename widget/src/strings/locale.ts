// A Chromium without a locale says `en-US@posix`, which Intl throws at.
const TAG = /^[a-z]+(-[a-z\d]+)*$/i

/** The browser knows the reader's country, and so 12 or 24 hours, where it speaks our language. */
export const localeOf = (language: string): string =>
  navigator.languages.find(tag => tag.startsWith(language) && TAG.test(tag)) ?? language
