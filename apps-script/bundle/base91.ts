/**
 * Bytes as text that a string literal holds without escapes: 13 bits in two of 91 characters, where base64 holds 12. The
 * characters are `#` to `~` without the backslash; `../unpack.ts` reads them.
 */
const FIRST = 35;
const BASE = 91;
const BACKSLASH = 92;
const BITS = 13;

const character = (digit: number): string => {
  const code = FIRST + digit;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
};

export function base91(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  const write = (): void => {
    const number = held & ((1 << BITS) - 1);
    text += character(Math.floor(number / BASE)) + character(number % BASE);
    held >>= BITS;
    bits -= BITS;
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits >= BITS) write();
  }
  if (bits > 0) write();
  return text;
}
