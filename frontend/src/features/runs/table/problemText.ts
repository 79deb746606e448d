import type { Messages } from '@/i18n/en'
import type { FilterProblem } from '../filter/parse'

/** What is wrong with a filter, and what would be right. */
export function problemText(
  problem: FilterProblem,
  texts: Messages['runsTable']['filter']['problems'],
): string {
  switch (problem.kind) {
    case 'unknown-key':
      return texts.unknownKey(problem.key, problem.nearest)
    case 'no-value':
      return texts.noValue(problem.key, problem.operator)
    case 'no-number':
      return texts.noNumber(problem.key, problem.value)
    case 'no-duration':
      return texts.noDuration(problem.key, problem.value)
    case 'no-date':
      return texts.noDate(problem.key, problem.value)
    case 'no-order':
      return texts.noOrder(problem.key, problem.operator)
    case 'open-quote':
      return texts.openQuote(problem.value)
  }
}
