import { headMarkup, rowsMarkup } from '@muster/shared/charts/stills/table-markup'
import type { TableModel } from '@muster/shared/charts/words/table-model'
import { startTransition, useEffect, useState } from 'react'

/**
 * The same figures as the chart, each number a link to its evidence. It is whole when the page
 * comes; when it changes it grows by stretches, so that no change of a thousand cells holds the
 * page up.
 */
export const FigureTable = ({
  id,
  tableOf,
  evidenceHref,
}: {
  id: string
  /** Made here and not before: a table of a thousand figures waits until its chart is drawn. */
  tableOf: () => TableModel
  evidenceHref: (observation: string) => string
}) => {
  const table = tableOf()
  const stretches = Math.ceil(table.rows.length / STRETCH)
  const grown = useGrowth(table, stretches)
  return (
    <section
      id={id}
      className="scroll-box figure-table"
      data-long={table.rows.length > ROWS_IN_BOX ? '' : undefined}
      aria-label={`Table: ${table.caption}`}
      aria-busy={grown < stretches}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table>
        <caption>{table.caption}</caption>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped */}
        <thead dangerouslySetInnerHTML={{ __html: headMarkup(table) }} />
        {Array.from({ length: grown }, (_, index) => index * STRETCH).map((from) => (
          <Stretch key={from} from={from} table={table} evidenceHref={evidenceHref} />
        ))}
      </table>
    </section>
  )
}

const Stretch = ({
  from,
  table,
  evidenceHref,
}: {
  from: number
  table: TableModel
  evidenceHref: (observation: string) => string
}) => (
  <tbody
    // biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped
    dangerouslySetInnerHTML={{ __html: rowsMarkup(table, evidenceHref, from, from + STRETCH) }}
  />
)

/** How many stretches are there by now: of the first table all, of another one more each time. */
const useGrowth = (table: TableModel, stretches: number): number => {
  const [growth, setGrowth] = useState({ table, stretches })
  const grown = growth.table === table ? growth.stretches : 1
  useEffect(() => {
    if (grown < stretches) startTransition(() => setGrowth({ table, stretches: grown + 1 }))
  }, [table, grown, stretches])
  return Math.min(grown, stretches)
}

/** Rows that are laid out in one go: with ten, a slow phone answers a touch in between. */
const STRETCH = 10
/** So many rows are surely taller than the box that `charts.css` gives them. */
const ROWS_IN_BOX = 20
