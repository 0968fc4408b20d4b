import { formatView, viewOf } from '@muster/shared/view/view'

export const evidenceHref = (observation: string): string =>
  formatView(viewOf('evidence', { id: observation }))
