/** What every chart is, whatever its kind: its size, where keys and pointer move, its words, its table. */
import type { SourceLabel } from '../../contract/series.ts'
import type { TableModel } from '../words/table-model.ts'

/** Of the whole picture, labels included, in pixels. Some kinds are as high as their rows are many. */
export type ChartSize = { width: number; height?: number | undefined }

export type Plot = { left: number; top: number; right: number; bottom: number }

export type ChartSource = Pick<SourceLabel, 'id' | 'title' | 'publisher' | 'url'>

/** Plain data: it can be sent, kept and compared. */
export type Chart = {
  width: number
  height: number
  plot: Plot
  /** The finding with a verb; what is shown where there is none. */
  headline: string
  subtitle: string
  /** The sentences beside the picture, which are its text alternative. */
  summary: string[]
  /** What stands below it: words of marks, notes of the reply. */
  notes: string[]
  sources: readonly ChartSource[]
  readonly table: TableModel
}

/** Three sentences are what a person takes in at a glance; the rest stands below as notes. */
export const atAGlance = (
  sentences: readonly string[],
  notes: readonly string[] = [],
): Pick<Chart, 'summary' | 'notes'> => ({
  summary: sentences.slice(0, 3),
  notes: [...sentences.slice(3), ...notes],
})
