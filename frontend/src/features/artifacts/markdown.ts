/** A piece of a line: plain, strong or code. */
export interface Span {
  text: string
  style: 'plain' | 'strong' | 'code'
}

/** A part of a model card. */
export type Block =
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; items: Span[][] }
  | { kind: 'table'; head: Span[][]; rows: Span[][][] }
  | { kind: 'code'; text: string }

/**
 * Reads the Markdown that model cards are written in: headings, paragraphs, lists, tables, fenced code, `strong` and
 * code spans. Whatever else there is stays text, so nothing of a card can become markup.
 */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  let at = 0
  const take = (belongs: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,6}) (.*)$/.exec(line)
    if (line.trim() === '') {
      at += 1
    } else if (heading) {
      at += 1
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, spans: readSpans(heading[2] ?? '') })
    } else if (line.startsWith('```')) {
      at += 1
      blocks.push({ kind: 'code', text: take((one) => !one.startsWith('```')).join('\n') })
      at += 1
    } else if (line.startsWith('|')) {
      const [head = [], , ...rows] = take((one) => one.startsWith('|')).map(readCells)
      blocks.push({ kind: 'table', head, rows })
    } else if (line.startsWith('- ')) {
      const items = take((one) => one.startsWith('- '))
      blocks.push({ kind: 'list', items: items.map((item) => readSpans(item.slice(2))) })
    } else {
      const words = take((one) => one.trim() !== '' && !/^(#{1,6} |```|\||- )/.test(one))
      blocks.push({ kind: 'paragraph', spans: readSpans(words.join(' ')) })
    }
  }
  return blocks
}

/** The cells of a table's row; `\|` is a bar inside a cell. */
function readCells(line: string): Span[][] {
  const inner = line.trim().replace(/^\||\|$/g, '')
  return inner.split(/(?<!\\)\|/).map((cell) => readSpans(cell.trim().replaceAll('\\|', '|')))
}

function readSpans(line: string): Span[] {
  const spans: Span[] = []
  for (const [part] of line.matchAll(/`[^`]+`|\*\*[^*]+\*\*|[^`*]+|[`*]/g)) {
    if (part.length > 2 && part.startsWith('`')) spans.push({ text: part.slice(1, -1), style: 'code' })
    else if (part.startsWith('**')) spans.push({ text: part.slice(2, -2), style: 'strong' })
    else spans.push({ text: part, style: 'plain' })
  }
  return spans
}
