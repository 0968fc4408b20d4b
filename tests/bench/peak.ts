/** The most memory that a process and its children ever held: the kernel keeps it. */
import { readdirSync, readFileSync } from 'node:fs'

/** `children`: the largest of them, in bytes; each is looked at until it ends. */
export type Peak = { own: number; children: number }

export const watchPeak = (pid: number): { stop: () => Peak } => {
  const peak: Peak = { own: 0, children: 0 }
  const look = (): void => {
    peak.own = Math.max(peak.own, peakBytes(pid))
    for (const child of childrenOf(pid)) peak.children = Math.max(peak.children, peakBytes(child))
  }
  const timer = setInterval(look, 20)
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    textOf(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )

const peakBytes = (pid: number): number => {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes) * 1024
}

/** Empty for a process or thread that has just ended. */
const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
