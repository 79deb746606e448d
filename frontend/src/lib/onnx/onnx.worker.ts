import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import * as ort from 'onnxruntime-web/wasm'
import { serve } from '../worker/serve'
import {
  type BadCell,
  decodeOutputs,
  encodeColumn,
  type GraphInput,
  type ModelInput,
  matchInputs,
  type Prediction,
  type Row,
} from './model'

/** What the worker is asked for: to open a model once, then to answer for rows. */
export type OnnxRequest =
  | { kind: 'open'; model: ArrayBuffer; inputs: ModelInput[]; labels: string[] }
  | { kind: 'predict'; rows: Row[] }

export type OnnxAnswer = { predictions: Prediction[] } | { bad: BadCell[] }

// One thread, because more would need headers that forbid embedding anything.
ort.env.wasm.numThreads = 1
ort.env.wasm.wasmPaths = { wasm: wasmUrl }

interface Opened {
  session: ort.InferenceSession
  graph: GraphInput[]
  columns: ModelInput[]
  labels: string[]
}

let opened: Opened | undefined

serve(async (request: OnnxRequest) => {
  if (request.kind === 'open') {
    const session = await ort.InferenceSession.create(new Uint8Array(request.model))
    const graph = session.inputMetadata.map((input) => ({
      name: input.name,
      type: input.isTensor ? input.type : '',
    }))
    opened = { session, graph, columns: matchInputs(graph, request.inputs), labels: request.labels }
    return undefined
  }
  if (!opened) throw new Error('no model is open')
  return predict(opened, request.rows)
})

async function predict({ session, graph, columns, labels }: Opened, rows: Row[]): Promise<OnnxAnswer> {
  const feeds: Record<string, ort.Tensor> = {}
  const bad: BadCell[] = []
  for (const [index, column] of columns.entries()) {
    const { name = '', type = '' } = graph[index] ?? {}
    const encoded = encodeColumn(type, column, rows)
    if ('bad' in encoded) bad.push(...encoded.bad)
    else feeds[name] = tensorOf(encoded.data, rows.length)
  }
  if (bad.length > 0) return { bad }
  const { label, probabilities, prediction } = await session.run(feeds)
  const numbers = (tensor: ort.Tensor | undefined) => tensor?.data as ArrayLike<number> | undefined
  const outputs = {
    ...(label && { label: label.data as string[] }),
    ...(probabilities && { probabilities: numbers(probabilities) ?? [] }),
    ...(prediction && { prediction: numbers(prediction) ?? [] }),
  }
  return { predictions: decodeOutputs(outputs, labels, rows.length) }
}

function tensorOf(data: Float32Array | Float64Array | string[], rows: number): ort.Tensor {
  const shape = [rows, 1]
  if (Array.isArray(data)) return new ort.Tensor('string', data, shape)
  return data instanceof Float64Array
    ? new ort.Tensor('float64', data, shape)
    : new ort.Tensor('float32', data, shape)
}
