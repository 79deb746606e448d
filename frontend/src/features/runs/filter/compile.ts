import type { FilterKey } from './keys'
import type { FilterProblem, Test } from './parse'
import type { Operator } from './scan'
import { dateSpanOf, durationOf, numberOf } from './values'

/** The test of `key operator values`, any of the values; or what is wrong with it. */
export function compile(
  key: FilterKey,
  operator: Operator,
  values: readonly string[],
  now: number,
): Test | FilterProblem {
  switch (key.kind) {
    case 'text':
      return textTest(key, operator, values)
    case 'parameter':
      return parameterTest(key, operator, values)
    case 'date':
      return dateTest(key, operator, values)
    case 'age': {
      const age = { ...key, read: (row: Parameters<Test>[0]) => now - (key.read(row) ?? now) }
      return numberTest(age, operator, values, durationOf, 'no-duration')
    }
    case 'duration':
      return numberTest(key, operator, values, durationOf, 'no-duration')
    case 'number':
      return numberTest(key, operator, values, numberOf, 'no-number')
  }
}

/** `:` finds parts of words, `=` whole ones. */
function textTest(
  key: Extract<FilterKey, { kind: 'text' }>,
  operator: Operator,
  values: readonly string[],
): Test | FilterProblem {
  const wanted = values.map((value) => value.toLowerCase())
  const some = (test: (text: string, value: string) => boolean): Test => {
    return (row) => key.read(row).some((text) => wanted.some((value) => test(text.toLowerCase(), value)))
  }
  if (operator === ':') return some((text, value) => text.includes(value))
  const equal = some((text, value) => text === value)
  if (operator === '=') return equal
  if (operator === '!=') return (row) => !equal(row)
  return { kind: 'no-order', key: key.name, operator }
}

/** A parameter is compared as a number where both sides are numbers, else as a word. */
function parameterTest(
  key: Extract<FilterKey, { kind: 'parameter' }>,
  operator: Operator,
  values: readonly string[],
): Test | FilterProblem {
  const numbers = values.map(numberOf)
  if (numbers.every((value) => value !== undefined)) {
    const number = {
      ...key,
      kind: 'number' as const,
      read: (row: Parameters<Test>[0]) => asNumber(key.read(row)),
    }
    return numberTest(number, operator, values, numberOf, 'no-number')
  }
  if (operator !== ':' && operator !== '=' && operator !== '!=') {
    return { kind: 'no-number', key: key.name, value: values[numbers.indexOf(undefined)] ?? '' }
  }
  const text = (row: Parameters<Test>[0]) => {
    const value = key.read(row)
    return value === undefined ? [] : [String(value)]
  }
  return textTest({ name: key.name, kind: 'text', read: text }, operator, values)
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function numberTest(
  key: { name: string; read: (row: Parameters<Test>[0]) => number | undefined },
  operator: Operator,
  values: readonly string[],
  read: (text: string) => number | undefined,
  problem: 'no-number' | 'no-duration',
): Test | FilterProblem {
  const limits: number[] = []
  for (const value of values) {
    const limit = read(value)
    if (limit === undefined) return { kind: problem, key: key.name, value }
    limits.push(limit)
  }
  return (row) => {
    const value = key.read(row)
    return value !== undefined && limits.some((limit) => compare(value, operator, limit))
  }
}

function compare(value: number, operator: Operator, limit: number): boolean {
  switch (operator) {
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '!=':
      return value !== limit
    default:
      return value === limit
  }
}

/** A year, month or day is all of its moments: `>` means after its end, `<=` up to its end. */
function dateTest(
  key: Extract<FilterKey, { kind: 'date' }>,
  operator: Operator,
  values: readonly string[],
): Test | FilterProblem {
  const spans: [number, number][] = []
  for (const value of values) {
    const span = dateSpanOf(value)
    if (!span) return { kind: 'no-date', key: key.name, value }
    spans.push(span)
  }
  return (row) => spans.some(([start, end]) => inSpan(key.read(row), operator, start, end))
}

function inSpan(moment: number, operator: Operator, start: number, end: number): boolean {
  switch (operator) {
    case '>':
      return moment > end
    case '>=':
      return moment >= start
    case '<':
      return moment < start
    case '<=':
      return moment <= end
    case '!=':
      return moment < start || moment > end
    default:
      return moment >= start && moment <= end
  }
}
