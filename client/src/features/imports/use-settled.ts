import { useEffect, useState } from 'react'

/** The value as it was when it last stayed the same for so long. */
export const useSettled = <Value>(value: Value, pauseMs: number): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(waiting)
  }, [value, pauseMs])
  return settled
}
