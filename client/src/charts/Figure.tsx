import type { ChartSource } from '@muster/shared/charts/model/chart'
import type { TableModel } from '@muster/shared/charts/words/table-model'
import type { ReactNode } from 'react'
import { Afterwards } from './Afterwards.tsx'
import { FigureTable } from './FigureTable.tsx'
import './charts.css'

export type HeadingLevel = 2 | 3 | 4

/** What stands around every chart: the finding, the picture, the same in words and as a table. */
export const Figure = ({
  id,
  headingLevel,
  headline,
  subtitle,
  summary,
  notes,
  tableOf,
  evidenceHref,
  sources,
  downloads,
  children,
}: {
  id: string
  headingLevel: HeadingLevel
  headline: string
  subtitle: string
  summary: readonly string[]
  notes: readonly string[]
  tableOf: () => TableModel
  evidenceHref: (observation: string) => string
  sources: readonly ChartSource[]
  downloads?: ReactNode
  children: ReactNode
}) => {
  const Heading = `h${headingLevel}` as const
  return (
    <section className="figure" aria-labelledby={`${id}-headline`}>
      <Heading id={`${id}-headline`} className="figure-headline">
        {headline}
      </Heading>
      <p className="figure-subtitle">{subtitle}</p>
      {children}
      <p id={`${id}-summary`} className="figure-summary">
        {summary.join(' ')}
      </p>
      <Afterwards>
        <FigureTable id={`${id}-table`} tableOf={tableOf} evidenceHref={evidenceHref} />
      </Afterwards>
      {notes.length === 0 ? null : (
        <ul className="figure-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {sources.length === 0 ? null : <Sources sources={sources} />}
      {downloads}
    </section>
  )
}

const Sources = ({ sources }: { sources: readonly ChartSource[] }) => (
  <p className="figure-source">
    {sources.length === 1 ? 'Source: ' : 'Sources: '}
    {sources.map(({ id, title, publisher, url }, index) => (
      <span key={id}>
        {index === 0 ? '' : '; '}
        {publisher}, <a href={url}>{title}</a>
      </span>
    ))}
  </p>
)
