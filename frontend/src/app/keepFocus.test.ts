import { describe, expect, it } from 'vitest'
import { heirsOf } from './keepFocus'

const find = (selector: string) => document.querySelector(selector) as HTMLElement

/** A page with a list; takes something away, and answers who inherits the focus of what was in it. */
function heirAfter(lost: string, change: () => void): string | undefined {
  const findHeir = heirsOf(find(lost))
  change()
  return findHeir()?.id
}

describe('heirsOf', () => {
  it.each([
    ['the same place in the next item', '#a2', () => find('#two').remove(), 'a3'],
    ['the item before, at the end', '#b3', () => find('#three').remove(), 'b2'],
    [
      'what has taken its place',
      '#b2',
      () => find('#two').replaceChildren(Object.assign(document.createElement('button'), { id: 'new' })),
      'new',
    ],
    ['the heading, when nothing is left around', '#a1', () => find('ul').remove(), 'title'],
  ])('%s', (_, lost, change, heir) => {
    document.body.innerHTML = `
      <nav><a id="elsewhere" href="/">x</a></nav>
      <main>
        <h1 id="title" tabindex="-1">x</h1>
        <button id="before">x</button>
        <ul>
          <li id="one"><a id="a1" href="/">x</a><button id="b1">x</button></li>
          <li id="two"><a id="a2" href="/">x</a><button id="b2">x</button></li>
          <li id="three"><a id="a3" href="/">x</a><button id="b3">x</button></li>
        </ul>
      </main>`
    expect(heirAfter(lost, change)).toBe(heir)
  })
})
