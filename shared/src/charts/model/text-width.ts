/**
 * How wide a text will be, without a screen to ask. An estimate for the widest of the usual system
 * fonts, so that a label that fits here fits everywhere.
 */
export const textWidth = (text: string, size: number, bold = false): number => {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width * size * (bold ? BOLD : 1)
}

/** Lines no wider than `room`; a single word that is wider stands alone and is not cut. */
export const wrapText = (text: string, room: number, size: number, bold = false): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`
    if (lines.length > 0 && textWidth(longer, size, bold) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export const widestLine = (lines: readonly string[], size: number, bold = false): number =>
  Math.max(0, ...lines.map((line) => textWidth(line, size, bold)))

const widthOf = (character: string): number => {
  if (NARROW.includes(character)) return 0.36
  if (WIDE.includes(character)) return 0.98
  if (/[0-9+−]/.test(character)) return 0.64
  return /[A-Z]/.test(character) ? 0.7 : 0.61
}

const NARROW = "iljft|.,:;'’!()[] r"
const WIDE = 'mwMW%@—'
const BOLD = 1.16
