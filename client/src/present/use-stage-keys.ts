import { useEffect, useRef } from 'react'
import { listenToKeys, type StageKeys } from './stage-keys.ts'

export const useStageKeys = (does: StageKeys): void => {
  const now = useRef(does)
  useEffect(() => {
    now.current = does
  })
  useEffect(() => listenToKeys(document, () => now.current), [])
}
