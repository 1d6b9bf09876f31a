/** What the packed data leave behind: what the script never reads, and what it makes itself. */

/** Places as the packer names them: module, export, and the way into it. */
const LEFT_OUT: readonly RegExp[] = [
  /^rules\/\S+ \w+\.(?:title|clause|inferred|examples)$/,
  /^tabs\/\S+ .*\.(?:width|clause)$/,
  /^results\.ts (?!RESULT_INDEX)/,
  /^data\/holidays\.json default\.(?:note|years\.\d{4}\.(?:source|uncertain))$/,
  /^data\/units-2025\.json default\.(?!units$|units\[)/,
  /^data\/units-2022\.json .*\.fullName$/,
  // What `Commune` has no field for: sources, and what a merged commune was made of in sentences.
  /^data\/units-2025\.json default\.units\[\d+\]\.(?!(?:code|name|kind|aliases|formerNames|formerNamesPartial)\b)/,
];

export const isLeftOut = (place: string): boolean => LEFT_OUT.some((pattern) => pattern.test(place));
