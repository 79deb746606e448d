import { describe, expect, it } from 'vitest'
import { readMarkdown } from './markdown'

const CARD = `# Model card: target

A **ridge** model of \`price\`,
in two lines.

| score | model |
|---|---|
| r2 | 0.5 |
| a\\|b | 1 |

- Engine: 0.1
- <b>text</b>

\`\`\`json
{"a": 1}
\`\`\`
`

describe('readMarkdown', () => {
  it('reads what a card is made of', () => {
    const [title, lead, table, list, code] = readMarkdown(CARD)
    expect(title).toMatchObject({ kind: 'heading', level: 1, spans: [{ text: 'Model card: target' }] })
    expect(lead).toMatchObject({
      kind: 'paragraph',
      spans: [
        { text: 'A ', style: 'plain' },
        { text: 'ridge', style: 'strong' },
        { text: ' model of ', style: 'plain' },
        { text: 'price', style: 'code' },
        { text: ', in two lines.', style: 'plain' },
      ],
    })
    expect(table).toMatchObject({ kind: 'table', head: [[{ text: 'score' }], [{ text: 'model' }]] })
    expect(table).toMatchObject({
      rows: [
        [[{ text: 'r2' }], [{ text: '0.5' }]],
        [[{ text: 'a|b' }], [{}]],
      ],
    })
    expect(list).toMatchObject({
      kind: 'list',
      items: [[{ text: 'Engine: 0.1' }], [{ text: '<b>text</b>' }]],
    })
    expect(code).toEqual({ kind: 'code', text: '{"a": 1}' })
  })

  it('loses no text, whatever it looks like', () => {
    const odd = 'a * b ` c ** d\n|'
    const text = JSON.stringify(readMarkdown(odd))
    for (const part of ['a ', '*', ' b ', '`', ' c ', ' d']) expect(text).toContain(part)
  })
})
