// Puts the API's documentation into dist/: the OpenAPI file, Swagger UI and ReDoc, all from our own origin.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TARGET = join(ROOT, 'dist', 'api')
const require = createRequire(import.meta.url)

/** ReDoc loads its maker's logo from elsewhere, which the Content-Security-Policy forbids; nothing takes its place. */
const FOREIGN_LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg'
const NO_IMAGE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

function main() {
  const specification = join(ROOT, 'openapi', 'openapi.json')
  if (!existsSync(specification)) {
    console.error(`${specification} is missing; it is written from the functions' code`)
    process.exit(1)
  }
  mkdirSync(join(TARGET, 'docs'), { recursive: true })
  mkdirSync(join(TARGET, 'redoc'), { recursive: true })
  copyFileSync(specification, join(TARGET, 'openapi.json'))
  for (const page of ['docs', 'redoc']) {
    copyFileSync(join(ROOT, 'api-docs', 'page.css'), join(TARGET, page, 'page.css'))
    for (const file of ['index.html', 'start.js']) {
      copyFileSync(join(ROOT, 'api-docs', page, file), join(TARGET, page, file))
    }
  }
  const swagger = dirname(require.resolve('swagger-ui-dist/package.json'))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    copyFileSync(join(swagger, file), join(TARGET, 'docs', file))
  }
  copyFileSync(join(swagger, 'LICENSE'), join(TARGET, 'docs', 'LICENSE.txt'))
  const redoc = dirname(require.resolve('redoc/package.json'))
  const bundle = readFileSync(join(redoc, 'bundles', 'redoc.standalone.js'), 'utf8')
  if (!bundle.includes(FOREIGN_LOGO))
    throw new Error('this ReDoc loads its logo from another place: adapt FOREIGN_LOGO')
  writeFileSync(join(TARGET, 'redoc', 'redoc.standalone.js'), bundle.replaceAll(FOREIGN_LOGO, NO_IMAGE))
  copyFileSync(join(redoc, 'LICENSE'), join(TARGET, 'redoc', 'LICENSE.txt'))
  const notices = 'redoc.standalone.js.LICENSE.txt'
  copyFileSync(join(redoc, 'bundles', notices), join(TARGET, 'redoc', notices))
}

main()
