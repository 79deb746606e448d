import { expect, test } from './page'

test('the OpenAPI file is served', async ({ request }) => {
  const document = await (await request.get('/api/openapi.json')).json()
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths)).toContain('/api/jobs')
})

for (const [path, text] of [
  ['/api/docs', '/api/jobs'],
  ['/api/redoc', '/api/jobs'],
] as const) {
  test(`${path} shows the operations and loads nothing from elsewhere`, async ({ page, baseURL }) => {
    const foreign: string[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL ?? '').origin)
        foreign.push(url.href)
    })
    await page.goto(path)
    await expect(page.getByText(text).first()).toBeAttached()
    expect(foreign).toEqual([])
  })
}
