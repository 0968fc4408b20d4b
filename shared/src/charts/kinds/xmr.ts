/** One series against its usual range. */
import type { Xmr } from '../../domain/series/xmr.ts'
import { type XmrOptions, xmrModel } from '../model/xmr-model.ts'
import { xmrShapes } from '../svg/xmr.ts'
import { chartKind } from './kind.ts'

type OfXmr = { xmr: Xmr } & Pick<XmrOptions, 'measure' | 'title'>

export const xmrChart = chartKind({
  model: ({ xmr, measure, title }: OfXmr, size) => xmrModel(xmr, { measure, title, ...size }),
  shapes: xmrShapes,
})
