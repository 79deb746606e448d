import { ask } from '../worker/ask'
import type { ModelInput, Row } from './model'
import type { OnnxAnswer, OnnxRequest } from './onnx.worker'

/** A model that runs in this tab, in a worker of its own. Close it when it is no longer needed. */
export class OnnxModel {
  private readonly worker: Worker

  private constructor(worker: Worker) {
    this.worker = worker
  }

  /** Starts the runtime and opens a model in it. `model` is handed over, so it cannot be used afterwards. */
  static async open(model: ArrayBuffer, inputs: ModelInput[], labels: string[]): Promise<OnnxModel> {
    const worker = new Worker(new URL('./onnx.worker.ts', import.meta.url), { type: 'module' })
    try {
      await ask(worker, { kind: 'open', model, inputs, labels } satisfies OnnxRequest, [model])
      return new OnnxModel(worker)
    } catch (error) {
      worker.terminate()
      throw error
    }
  }

  predict(rows: Row[]): Promise<OnnxAnswer> {
    return ask(this.worker, { kind: 'predict', rows } satisfies OnnxRequest)
  }

  close(): void {
    this.worker.terminate()
  }
}
