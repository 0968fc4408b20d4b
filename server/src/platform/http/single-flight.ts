/**
 * Work that two ask for at the same time is done once, and both wait for it. Nothing is kept: a result
 * or a failure is forgotten as soon as those who waited have it.
 */
export const singleFlight = <Value>() => {
  const flights = new Map<string, Promise<Value>>()
  return (key: string, make: () => Promise<Value>): Promise<Value> => {
    const before = flights.get(key)
    if (before !== undefined) return before
    const flight = make().finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
}
