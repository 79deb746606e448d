import { describe, expect, it } from 'vitest'
import { readTable, writeTable } from './table'

describe('readTable', () => {
  it('reads quoted cells and any delimiter', () => {
    expect(readTable('\uFEFFa; b \r\n"x;1";2\r\n')).toEqual({ columns: ['a', 'b'], rows: [['x;1', '2']] })
  })

  it('names the row that is too short', () => {
    expect(readTable('a,b\n1,2\n3\n')).toEqual({ ragged: { row: 2, cells: 1, expected: 2 } })
  })
})

describe('writeTable', () => {
  it('is read back as it was written', () => {
    const table = {
      columns: ['a', 'b,c'],
      rows: [
        ['1', 'say "yes"'],
        ['', 'two\nlines'],
      ],
    }
    expect(readTable(writeTable(table))).toEqual(table)
  })

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx'])('takes the formula out of %j', (cell) => {
    expect(readTable(writeTable({ columns: ['a', 'b'], rows: [[cell, '1']] }))).toMatchObject({
      rows: [[`'${cell}`, '1']],
    })
  })

  it('leaves numbers as they are', () => {
    const rows = [
      ['-1.5', '+7'],
      ['-2e-3', '-1,5'],
      ['-.5', '-5.'],
    ]
    expect(readTable(writeTable({ columns: ['a', 'b'], rows }))).toMatchObject({ rows })
  })
})
