import { describe, expect, it } from 'vitest'
import { guessDelimiter } from './delimiter'
import { PREVIEW_ROWS } from './limits'
import { previewOf } from './preview'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('guessDelimiter', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb c\n1\t2, 3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['name;note\nx;"a, b, c"\ny;d, e\n', ';'],
    ['a,b;c\n1,2;3\n4,"5;6;7"\n', ','],
    ['single\n1\n', ','],
  ])('reads %j as the engine does', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })
})

describe('a preview', () => {
  it('shows columns and the first rows', () => {
    const rows = Array.from({ length: 80 }, (_, row) => `${row};x`)
    const preview = previewOf(bytes(`\uFEFFa;b\n${rows.join('\n')}\n`), false)
    expect(preview).toMatchObject({ delimiter: ';', columns: ['a', 'b'], more: true, problem: undefined })
    expect(preview.rows).toHaveLength(PREVIEW_ROWS)
    expect(preview.rows[1]).toEqual(['1', 'x'])
  })

  it('leaves out what is cut at the end, a half character as well', () => {
    const cut = bytes('a,b\n1,2\n3,é').slice(0, -1)
    expect(previewOf(cut, true)).toMatchObject({ rows: [['1', '2']], more: true, problem: undefined })
    expect(previewOf(cut, false).problem).toEqual({ kind: 'not-utf8' })
  })

  it.each([
    ['', { kind: 'empty' }],
    [' \n ', { kind: 'empty' }],
    ['a\u0000,b\n', { kind: 'binary' }],
    ['a\n1\n', { kind: 'one-column' }],
    ['a,,c\n1,2,3\n', { kind: 'empty-name', column: '2' }],
    ['a,b,a\n1,2,3\n', { kind: 'duplicate-name', column: 'a' }],
    ['a,b\n1,2\n\n"x\ny",2\n3\n', { kind: 'ragged', line: 6, cells: 1, expected: 2 }],
  ] as const)('says what is wrong with %j', (text, problem) => {
    expect(previewOf(bytes(text), false).problem).toEqual(problem)
  })
})
