/** Encodings that old systems write and TextDecoder does not know. */
import type { Decoder, Encoding } from './decoder.ts';

/** What stands for the bytes from 0x80 on in code pages of DOS, which Excel still writes as "CSV (MS-DOS)". */
const CODE_PAGES: Readonly<Record<Encoding, string>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐' +
    '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
};

/** The encoding under one of its names, 858 as 850 with the euro sign; null where it is none of these. */
export function rareEncodingNamed(name: string): Encoding | null {
  const wide = /^utf-?32-?([lb]e)?$/.exec(name);
  if (wide !== null) return `utf-32${wide[1] ?? ''}`;
  const page = `cp${/^(?:cp|ibm|dos|oem)-?(\d{3})$/.exec(name)?.[1]}`;
  return page in CODE_PAGES || page === 'cp858' ? page : null;
}

/** Null for all other encodings. */
export function rareDecoderOf(encoding: Encoding): Decoder | null {
  if (encoding.startsWith('utf-32')) return utf32Decoder(encoding === 'utf-32be');
  const upper = encoding === 'cp858' ? CODE_PAGES['cp850']!.replace('\u0131', '€') : CODE_PAGES[encoding];
  return upper === undefined ? null : { text: (bytes) => pageText(bytes, upper), end: () => '' };
}

function pageText(bytes: Uint8Array, upper: string): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u00ff]/g, (sign) => upper[sign.charCodeAt(0) - 0x80]!);
}

/** What is no character becomes a lone surrogate, as invalid bytes of other encodings do. */
function utf32Decoder(bigEndian: boolean): Decoder {
  let tail: Uint8Array = new Uint8Array();
  return {
    text(bytes) {
      const all = tail.length === 0 ? Buffer.from(bytes) : Buffer.concat([tail, bytes]);
      const whole = all.length - (all.length % 4);
      tail = Uint8Array.from(all.subarray(whole));
      let text = '';
      for (let at = 0; at < whole; at += 4) {
        const code = bigEndian ? all.readUInt32BE(at) : all.readUInt32LE(at);
        text += code > 0x10ffff ? '\udcff' : String.fromCodePoint(code);
      }
      return text;
    },
    end: () => (tail.length === 0 ? '' : '\udcff'),
  };
}
