type Attributes = Readonly<Record<string, string>>

/**
 * Gathers the text of one cell: paragraphs on lines of their own, white space as OpenDocument
 * counts it (runs of it are one space, none at the start), superscript runs kept apart.
 */
export const odsText = (raised: ReadonlySet<string>) => {
  let text = ''
  let plain = ''
  let paragraphs = 0
  let inParagraph = false
  let isFresh = true
  let spans: boolean[] = []

  const put = (run: string) => {
    text += run
    if (!spans.includes(true)) plain += run
    isFresh = false
  }

  return {
    open(name: string, attributes: Attributes) {
      if (name === 'text:p' || name === 'text:h') {
        paragraphs += 1
        if (paragraphs > 1) put('\n')
        inParagraph = true
        isFresh = true
      } else if (name === 'text:span') spans.push(raised.has(attributes['text:style-name'] ?? ''))
      else if (name === 'text:s') put(' '.repeat(spaces(attributes['text:c'])))
      else if (name === 'text:tab') put('\t')
      else if (name === 'text:line-break') put('\n')
    },
    close(name: string) {
      if (name === 'text:p' || name === 'text:h') inParagraph = false
      else if (name === 'text:span') spans.pop()
    },
    add(run: string) {
      if (!inParagraph) return
      const single = run.replace(/[ \t\r\n]+/g, ' ')
      const shown = isFresh && single.startsWith(' ') ? single.slice(1) : single
      if (shown !== '') put(shown)
    },
    /** The text so far, and begins anew. */
    take(): { text: string; plain?: string } {
      const taken = plain === text ? { text } : { text, plain }
      text = ''
      plain = ''
      paragraphs = 0
      inParagraph = false
      spans = []
      return taken
    },
  }
}

/** A cell holds at most 32,767 characters in Excel; a larger count is made to exhaust memory. */
const spaces = (count: string | undefined): number => {
  const number = Number(count ?? 1)
  return Number.isInteger(number) && number >= 0 ? Math.min(number, 32_767) : 1
}
