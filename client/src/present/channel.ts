/** Keeps the wall and the speaker's window on the same screen: both may turn the page. */
import { useEffect, useRef, useState } from 'react'

type Message = { screen: number } | { ask: true } | { go: number }

/** For the wall: tells which screen stands, and goes where the speaker's window asks. */
export const useStageChannel = (
  name: string,
  screen: number,
  go: (index: number) => void,
): void => {
  const now = useRef({ screen, go })
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    const opened = new BroadcastChannel(nameOf(name))
    channel.current = opened
    opened.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('ask' in data) opened.postMessage({ screen: now.current.screen } satisfies Message)
      if ('go' in data) now.current.go(data.go)
    }
    return () => opened.close()
  }, [name])
  useEffect(() => {
    now.current = { screen, go }
    channel.current?.postMessage({ screen } satisfies Message)
  })
}

/** For the speaker's window: the screen on the wall, and the way to ask for another. */
export const useNotesChannel = (name: string): [number, (index: number) => void] => {
  const [screen, setScreen] = useState(0)
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    const opened = new BroadcastChannel(nameOf(name))
    channel.current = opened
    opened.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('screen' in data) setScreen(data.screen)
    }
    opened.postMessage({ ask: true } satisfies Message)
    return () => opened.close()
  }, [name])
  return [screen, (index) => channel.current?.postMessage({ go: index } satisfies Message)]
}

const nameOf = (name: string): string => `muster-present-${name}`
