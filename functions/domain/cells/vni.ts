/** VNI-Windows: a vowel, then a second letter for its marks, `Trieäu Ñaïi`. No library decodes it. */

/** What the second letter adds: ù sharp, ø grave, û hook, õ tilde, ï dot; â and ê with their tones. */
const MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

/** Letters that VNI writes as one. */
const SINGLES: Readonly<Record<string, string>> = { ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

const PAIR = /([aeouyöô])([ùøûõïâáàåãäêéèúüë])/gi;
const SINGLE = /[ñöôæóòî]/gi;

function likeCaseOf(model: string, letter: string): string {
  return model === model.toLowerCase() ? letter : letter.toUpperCase();
}

const single = (letter: string) => likeCaseOf(letter, SINGLES[letter.toLowerCase()] ?? letter);

/** The text as it was typed. Letters of a pair are set apart first, so that `ö` + `ù` is ứ and not ư + ù. */
export function decodeVni(text: string): string {
  return text
    .replace(SINGLE, (letter) => (/[öô]/i.test(letter) ? letter : single(letter)))
    .replace(PAIR, (_, vowel: string, mark: string) => single(vowel) + (MARKS[mark.toLowerCase()] ?? ''))
    .replace(/[öô]/gi, single)
    .normalize('NFC');
}
