import { describe, expect, it, vi } from 'vitest'
import { previewOf } from '@/lib/csv/preview'
import { UploadQueue } from './UploadQueue'

const file = (name: string) => new File(['a,b\n1,2\n3,4\n'], name)

/** A queue whose uploads end when the test says so. */
function queueOf() {
  const sent: { name: string; accept: () => void; refuse: (error: Error) => void; signal: AbortSignal }[] = []
  const ended = vi.fn()
  const queue = new UploadQueue({
    preview: async (chosen) => previewOf(new Uint8Array(await chosen.arrayBuffer()), false),
    upload: (chosen, tell, signal) =>
      new Promise((resolve, reject) => {
        const accept = () => {
          tell({ type: 'sent' })
          resolve(`dataset of ${chosen.name}`)
        }
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        sent.push({ name: chosen.name, accept, refuse: reject, signal })
      }),
    ended,
  })
  const steps = () => queue.snapshot().map(({ state }) => state.step)
  return { queue, sent, ended, steps }
}

describe('UploadQueue', () => {
  it('shows what is in a file and sends nothing until it is told to', async () => {
    const { queue, sent } = queueOf()
    queue.add([file('a.csv')])
    await expect.poll(() => queue.snapshot()[0]?.preview?.columns).toEqual(['a', 'b'])
    expect(sent).toEqual([])
  })

  it('sends two files at a time, the others in turn', async () => {
    const { queue, sent, ended, steps } = queueOf()
    queue.add([file('a.csv'), file('b.csv'), file('c.csv')])
    queue.startAll()
    expect(steps()).toEqual(['preparing', 'preparing', 'waiting'])
    sent[1]?.accept()
    await expect.poll(steps).toEqual(['preparing', 'done', 'preparing'])
    expect(queue.snapshot()[1]?.state).toEqual({ step: 'done', datasetId: 'dataset of b.csv' })
    expect(ended).toHaveBeenCalledTimes(1)
  })

  it('cancels one file alone, and sends it again', async () => {
    const { queue, sent, steps } = queueOf()
    queue.add([file('a.csv'), file('b.csv')])
    queue.startAll()
    queue.cancel(1)
    expect(sent[0]?.signal.aborted).toBe(true)
    await expect.poll(steps).toEqual(['cancelled', 'preparing'])
    queue.start(1)
    await expect.poll(steps).toEqual(['preparing', 'preparing'])
    expect(sent).toHaveLength(3)
  })

  it('keeps why a file was refused, and goes on with the others', async () => {
    const { queue, sent, steps } = queueOf()
    queue.add([file('a.csv'), file('b.csv'), file('c.csv')])
    queue.startAll()
    const error = new Error('too large')
    sent[0]?.refuse(error)
    await expect.poll(steps).toEqual(['failed', 'preparing', 'preparing'])
    expect(queue.snapshot()[0]?.state).toEqual({ step: 'failed', error })
  })

  it('can be emptied while it works', async () => {
    const { queue, sent } = queueOf()
    queue.add([file('a.csv')])
    queue.startAll()
    queue.clear()
    expect(sent[0]?.signal.aborted).toBe(true)
    expect(queue.snapshot()).toEqual([])
  })
})
