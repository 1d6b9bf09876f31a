/** TCVN3 (ABC, `.VnTime`): one byte a letter, which other programs show as Latin-1. */

/** TCVN 5712:1993 from 0xA1 to 0xFF. Apps Script has no `Buffer` to decode with. */
const FROM_A1 =
  'ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';
const FIRST = 0xa1;

/** The text as it was typed; what is outside the table stays. */
export function decodeTcvn3(text: string): string {
  return text.replace(/[\u00A1-\u00FF]/g, (letter) => FROM_A1.charAt(letter.charCodeAt(0) - FIRST)).normalize('NFC');
}
