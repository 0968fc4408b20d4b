import { type PlainFigure, plainText } from '@muster/shared/charts/stills/plain-text'
import type { Show } from '@muster/shared/view/show'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import { csvOf, fileOf } from '../../api/addresses.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Links } from '../../ui/Links.tsx'

type Given = {
  view: ViewOf<'compare'>
  show: Show
  /** Addresses of the API behind the view; the ranking's is null where lines are shown. */
  series: string
  ranking: string | null
  /** What the pictures need besides: what is pinned, which events are shown. */
  pictured: Readonly<Record<string, string>>
  figureOf: () => PlainFigure
  today: string
}

/** Every way to keep or share the page: live, with the figures of today, as a file, as a picture, as text. */
export const TakeAway = ({ view, show, series, ranking, pictured, figureOf, today }: Given) => {
  const picture = (kind: 'svg' | 'png', size: string): string =>
    fileOf(ranking ?? series, kind, {
      ...pictured,
      ...(ranking === null && show === 'small' ? { show: 'small' } : {}),
      size,
    })
  const link = formatView(view)
  return (
    <>
      <h2>Download or share</h2>
      <p>
        <CopyButton textOf={() => plainText(figureOf(), link)} />
      </p>
      <Links>
        <a href={link}>Link to this view, always with the latest figures</a>
        <a href={formatView({ ...view, asOf: view.asOf ?? today })}>
          Link to this view with the figures available on {formatDate(view.asOf ?? today)}, which
          will not change
        </a>
      </Links>
      <Links className="no-print">
        <a href={csvOf(series)} download>
          These figures as CSV
        </a>
        <a href={fileOf(series, 'xlsx')} download>
          as XLSX
        </a>
        <a href={fileOf(series, 'ods')} download>
          as ODS
        </a>
        {PICTURES.map(({ kind, size, name }) => (
          <a key={name} href={picture(kind, size)} download>
            {name}
          </a>
        ))}
        {ranking === null && (
          <a
            href={embedOf(series, { ...pictured, ...(show === 'small' ? { show } : {}) })}
            target="_blank"
            rel="noopener"
          >
            A page to embed in another website, without script
          </a>
        )}
        <a href={formatView(viewOf('present', { views: link }))}>Present this view</a>
        <a
          href={formatView(
            viewOf('fair-share', { metric: view.metric, basis: view.basis, asOf: view.asOf }),
          )}
        >
          What would be a fair share of this?
        </a>
        <a href={formatView(viewOf('coverage', { metric: view.metric, areaType: view.areaType }))}>
          Which figures of this measure are known and which are missing
        </a>
      </Links>
    </>
  )
}

const embedOf = (series: string, more: Readonly<Record<string, string>>): string =>
  fileOf(series, '', more).replace(/^.*\/series/, '/embed/series')

const PICTURES = [
  { kind: 'png', size: '1600x900', name: 'Picture, 1600 × 900 (PNG)' },
  { kind: 'png', size: '1200x1200', name: 'Picture, 1200 × 1200 (PNG)' },
  { kind: 'svg', size: '1600x900', name: 'Picture that can be edited (SVG)' },
] as const
