/** Keeps the wall and the speaker's window on the same screen: both may turn the page. */
import { useCallback, useEffect, useRef, useState } from 'react'

type Message = { screen: number } | { ask: true } | { go: number }

/** For the wall: tells which screen stands, and goes where the speaker's window asks. */
export const useStageChannel = (
  name: string,
  screen: number,
  go: (index: number) => void,
): void => {
  const tell = useChannel(name, (message) => {
    if ('ask' in message) tell({ screen })
    if ('go' in message) go(message.go)
  })
  useEffect(() => tell({ screen }))
}

/** For the speaker's window: the screen on the wall, and the way to ask for another. */
export const useNotesChannel = (name: string): [number, (index: number) => void] => {
  const [screen, setScreen] = useState(0)
  const tell = useChannel(name, (message) => {
    if ('screen' in message) setScreen(message.screen)
  })
  useEffect(() => tell({ ask: true }), [tell])
  return [screen, (index) => tell({ go: index })]
}

/** `heard` is the one of the last drawing; what is returned says something to the other window. */
const useChannel = (name: string, heard: (message: Message) => void) => {
  const now = useRef(heard)
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    now.current = heard
  })
  useEffect(() => {
    const opened = new BroadcastChannel(`muster-present-${name}`)
    channel.current = opened
    opened.onmessage = ({ data }: MessageEvent<Message>) => now.current(data)
    return () => opened.close()
  }, [name])
  return useCallback((message: Message): void => channel.current?.postMessage(message), [])
}
