import type { components } from '@/api/schema'
import type { ModelInput } from '@/lib/onnx/model'

/** One value that a model takes, as a form needs it. */
export interface SchemaInput extends ModelInput {
  /** The words that can be chosen; undefined when they are too many to choose from, or there are none. */
  levels: readonly string[] | undefined
  /** Words that can be proposed, when there are too many to choose from. */
  examples: readonly string[]
  min: number | undefined
  max: number | undefined
  /** The median, or the most frequent word: what a form starts with. */
  usual: string
}

/** What a model takes and answers. */
export interface ModelSchema {
  target: string
  task: 'classification' | 'regression'
  labels: string[]
  /** Whether the server can say why a row gets its answer. */
  explained: boolean
  inputs: SchemaInput[]
}

/** Words that a list to choose from holds at most; from here on the field is a text with proposals. */
const MOST_CHOICES = 20

const KINDS = ['numeric', 'boolean', 'datetime'] as const

/** What a model takes, as a form needs it. */
export function schemaOf(answer: components['schemas']['ModelSchema']): ModelSchema {
  return { ...answer, inputs: answer.inputs.map(inputOf) }
}

function inputOf(input: components['schemas']['SchemaInput']): SchemaInput {
  const { name, levels, usual } = input
  const kind = KINDS.find((known) => known === input.kind) ?? 'categorical'
  // A boolean of an old model knows its affirmative word only.
  const few = levels.length > (kind === 'boolean' ? 1 : 0) && levels.length <= MOST_CHOICES
  return {
    name,
    kind,
    levels: few ? levels : undefined,
    examples: few ? [] : levels,
    min: input.min ?? undefined,
    max: input.max ?? undefined,
    usual:
      usual !== null && kind === 'numeric' ? String(Number(Number(usual).toPrecision(6))) : (usual ?? ''),
  }
}
