import type { Import } from '@muster/shared/contract/import'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import { importAddress } from '../../api/addresses.ts'

type Story = {
  /** Takes the focus when something came of the import. */
  heading: RefObject<HTMLHeadingElement | null>
  /** Shows the import as it is after a command, and leads to what came of it. */
  show: (next: Import) => void
}

export const useStory = (id: string): Story => {
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)

  // Whoever sent the file is led to what came of it.
  useEffect(() => {
    const state: unknown = history.state
    if (typeof state !== 'object' || state === null || !('result' in state)) return
    history.replaceState(null, '')
    requestAnimationFrame(() => heading.current?.focus())
  }, [])

  const show = (next: Import) => {
    client.setQueryData([importAddress(id)], next)
    // A commit changes every figure: other pages ask anew when they are opened.
    const isOwn = (key: unknown) => key === importAddress(id)
    void client.invalidateQueries({
      refetchType: 'none',
      predicate: ({ queryKey: [key] }) => !isOwn(key),
    })
    if (next.state === 'stopped')
      void client.refetchQueries({
        type: 'active',
        predicate: ({ queryKey: [key] }) => String(key).startsWith(`${importAddress(id)}/`),
      })
    requestAnimationFrame(() => heading.current?.focus())
  }
  return { heading, show }
}
