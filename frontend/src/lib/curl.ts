/** A call of the API, for a shell, with a JSON body. */
export function curlOf(url: string, body: object): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''")
  return [
    `curl ${url} \\`,
    '  -H "Authorization: Bearer $STINT_TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${json}'`,
  ].join('\n')
}
