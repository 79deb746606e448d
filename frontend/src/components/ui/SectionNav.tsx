import { useEffect, useState } from 'react'

interface SectionNavProps {
  label: string
  sections: readonly { id: string; title: string }[]
}

/** Leads to the parts of a long page, and says which one is being read. Stays in sight. */
export function SectionNav({ label, sections }: SectionNavProps) {
  const current = useCurrentSection(sections)
  return (
    <nav
      aria-label={label}
      className="sticky top-12 z-5 -mx-4 overflow-x-auto border-line border-b bg-paper px-4 sm:-mx-6 sm:px-6 md:top-0 md:-mx-8 md:px-8 print:hidden"
    >
      <ul className="flex gap-1">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={current === id ? 'location' : undefined}
              className="-mb-px inline-flex min-h-10 items-center whitespace-nowrap border-transparent border-b-2 px-3 font-medium text-muted -outline-offset-2 hover:text-ink aria-[current]:border-action aria-[current]:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The last section whose start has been scrolled past; at the end of the page, the last of all. */
function useCurrentSection(sections: SectionNavProps['sections']): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id)
  useEffect(() => {
    const look = () => {
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4
      const passed = sections.filter(({ id }) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top
        return top !== undefined && top < window.innerHeight / 3
      })
      setCurrent((atEnd && window.scrollY > 0 ? sections : passed).at(-1)?.id ?? sections[0]?.id)
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [sections])
  return current
}
