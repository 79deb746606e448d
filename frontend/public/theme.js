// Applies the chosen theme, density and language before the first paint. Without a choice the system decides
// (light-dark() in tokens.css).
;(() => {
  const root = document.documentElement
  try {
    const theme = localStorage.getItem('stint.theme')
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
        meta.media = meta.dataset.theme === theme ? 'all' : 'not all'
      }
    }
    if (localStorage.getItem('stint.density') === 'compact') root.dataset.density = 'compact'
    const locale = localStorage.getItem('stint.locale')
    if (locale === 'en' || locale === 'ru') root.lang = locale
  } catch {
    // Storage is blocked: the system decides.
  }
})()
