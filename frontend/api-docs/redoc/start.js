const SYSTEM_FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

window.Redoc.init(
  '/api/openapi.json',
  {
    theme: { typography: { fontFamily: SYSTEM_FONT, headings: { fontFamily: SYSTEM_FONT } } },
  },
  document.getElementById('redoc'),
)
