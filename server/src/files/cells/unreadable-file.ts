/**
 * The file cannot be read at all; `sentence` tells an analyst why and what to do, and can be shown
 * as it stands. Faults in the figures are not this error: they are findings, with their cells.
 */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile' as const
  readonly sentence: string

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.sentence = sentence
  }
}
