/** Statistics that a few wild figures do not move, and that do not ask in which order the figures came. */

/** Where figures lie, and how far from there they usually are. */
export interface Spread {
  readonly centre: number;
  readonly width: number;
}

/** Makes the median deviation of a bell curve its standard deviation. */
const AS_STANDARD_DEVIATION = 1.4826;

/** The middle figure, or the mean of the middle two; null of none. */
export function median(figures: readonly number[]): number | null {
  if (figures.length === 0) return null;
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1] as number) / 2 + upper / 2;
}

/**
 * Median and median absolute deviation (MAD). `least` is the narrowest width, above 0: figures that were always the same
 * have a MAD of 0, and the smallest change is no outlier for that. Null of fewer than `enough` figures.
 */
export function spreadOf(figures: readonly number[], enough: number, least: number): Spread | null {
  const centre = figures.length < enough ? null : median(figures);
  if (centre === null) return null;
  const deviation = median(figures.map((figure) => Math.abs(figure - centre))) ?? 0;
  return { centre, width: Math.max(least, deviation * AS_STANDARD_DEVIATION) };
}

/** How many widths a figure lies above the centre; negative below it. */
export function robustZ(figure: number, { centre, width }: Spread): number {
  return (figure - centre) / width;
}
