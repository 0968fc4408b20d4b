/** A map by several words at once. No word is joined with another, so none has to be taken apart. */
export class TupleMap<Key extends readonly string[], Value> {
  readonly #root: Level<Value> = new Map()
  readonly #entries: (readonly [Key, Value])[] = []

  get(key: Key): Value | undefined {
    let level: Level<Value> | undefined = this.#root
    for (let at = 0; at < key.length - 1; at += 1)
      level = level?.get(key[at] as string) as Level<Value> | undefined
    return level?.get(key[key.length - 1] as string) as Value | undefined
  }

  /** The value of the key, made where there is none yet. */
  getOrAdd(key: Key, make: () => Value): Value {
    let level = this.#root
    for (let at = 0; at < key.length - 1; at += 1) {
      const word = key[at] as string
      let next = level.get(word) as Level<Value> | undefined
      if (next === undefined) {
        next = new Map()
        level.set(word, next)
      }
      level = next
    }
    const last = key[key.length - 1] as string
    const known = level.get(last) as Value | undefined
    if (known !== undefined) return known
    const made = make()
    level.set(last, made)
    this.#entries.push([key, made])
    return made
  }

  /** In the order in which they were added. */
  [Symbol.iterator](): Iterator<readonly [Key, Value]> {
    return this.#entries[Symbol.iterator]()
  }

  get size(): number {
    return this.#entries.length
  }
}

/** The last word leads to the value, each before it to another level. */
type Level<Value> = Map<string, Level<Value> | Value>
