// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { buildOf } from './serviceWorker.ts'

const chunk = (fileName, isEntry = false) => ({ type: 'chunk', fileName, isEntry })
const asset = (fileName) => ({ type: 'asset', fileName })

describe('what the service worker keeps', () => {
  const { entry, files } = buildOf([
    chunk('assets/RunPage-1.js'),
    chunk('assets/index-2.js', true),
    asset('index.html'),
    asset('assets/page-3.css'),
    asset('assets/inter-latin-wght-normal-4.woff2'),
    asset('assets/inter-greek-wght-normal-5.woff2'),
    asset('assets/ort-wasm-6.wasm'),
  ])

  it('is every page, the styles and the usual fonts', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/index.html',
        '/theme.js',
        '/assets/RunPage-1.js',
        '/assets/page-3.css',
        '/assets/inter-latin-wght-normal-4.woff2',
      ]),
    )
  })

  it('is nothing that only some people need', () => {
    expect(files.filter((file) => /greek|wasm/.test(file))).toEqual([])
  })

  it('is named after the entry, so that another build is another worker', () => {
    expect(entry).toBe('/assets/index-2.js')
    expect(() => buildOf([chunk('assets/RunPage-1.js')])).toThrow('no entry')
  })
})
