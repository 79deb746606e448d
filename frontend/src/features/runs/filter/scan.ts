/** What stands between a key and its value. */
export type Operator = ':' | '=' | '!=' | '>' | '>=' | '<' | '<='

/** One term of a filter as it was typed, with its place in the text. */
export interface Term {
  start: number
  end: number
  /** With a minus before it: what must not be. */
  negative: boolean
  /** Absent for free words. */
  key: string | undefined
  operator: Operator | undefined
  /** Without quotes; several where they are separated by commas. */
  values: string[]
  /** Where the last value starts. */
  valueStart: number
  /** Whether a quote was opened and not closed. */
  open: boolean
}

const OPERATORS: readonly Operator[] = ['>=', '<=', '!=', ':', '=', '>', '<']
const SPACE = /\s/
const WORD_END = /[\s"<>=:!]/

/** Takes a filter apart: `ridge model:knn,"my model" -target:y acc >= 0.9`. */
export function scan(text: string): Term[] {
  const terms: Term[] = []
  let at = 0
  while (true) {
    at = skipSpace(text, at)
    if (at >= text.length) return terms
    const term = scanTerm(text, at)
    terms.push(term)
    at = term.end
  }
}

function scanTerm(text: string, start: number): Term {
  const negative = text[start] === '-' && start + 1 < text.length && !SPACE.test(text[start + 1] ?? '')
  const from = negative ? start + 1 : start
  const common = { start, negative, key: undefined, operator: undefined }
  let end = from
  while (end < text.length && !WORD_END.test(text[end] ?? '')) end += 1
  if (end > from) {
    const gap = skipSpace(text, end)
    const operator = operatorAt(text, gap)
    if (operator) {
      const value = scanValues(text, skipSpace(text, gap + operator.length))
      return { start, negative, key: text.slice(from, end), operator, ...value }
    }
    return { ...common, end, values: [text.slice(from, end)], valueStart: from, open: false }
  }
  const value = scanValues(text, from)
  // What starts with an operator is taken as words, so that scanning goes on.
  return { ...common, ...value, end: Math.max(value.end, from + 1) }
}

/** Values up to the next space, separated by commas; in quotes there may be both. */
function scanValues(text: string, start: number) {
  const values: string[] = ['']
  let at = start
  let valueStart = start
  let quoted = false
  for (; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '"') quoted = !quoted
    else if (!quoted && SPACE.test(sign)) break
    else if (!quoted && sign === ',') {
      values.push('')
      valueStart = at + 1
    } else values[values.length - 1] += sign
  }
  return { end: at, values: values.filter((value) => value !== ''), valueStart, open: quoted }
}

function operatorAt(text: string, at: number): Operator | undefined {
  return OPERATORS.find((operator) => text.startsWith(operator, at))
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (next < text.length && SPACE.test(text[next] ?? '')) next += 1
  return next
}
