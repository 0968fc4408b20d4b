/** Which areas are drawn dark: ours; where a view is about others only, the single one asked for. */
export const pinnedAreas = (
  shown: readonly string[],
  oursAndParts: readonly string[],
): readonly string[] =>
  shown.length > 1 || shown.some((area) => oursAndParts.includes(area)) ? oursAndParts : shown
