import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

/** About the height of a card in px; each is measured once it is there. */
const USUAL_HEIGHT = 120

/** Rows as cards that scroll with the page; only those in view are in the document. */
export function CardList<Row>(props: {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  renderCard: (row: Row) => ReactNode
}) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect()
    setTop(box ? box.top + window.scrollY : 0)
  }, [])
  const virtual = useWindowVirtualizer({
    count: props.rows.length,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => {
      const row = props.rows[index]
      return row ? props.keyOf(row) : index
    },
    overscan: 4,
    gap: 8,
    scrollMargin: top,
  })
  return (
    <ul ref={list} aria-label={props.label} className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = props.rows[index]
        return (
          row && (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={props.rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {props.renderCard(row)}
            </li>
          )
        )
      })}
    </ul>
  )
}
