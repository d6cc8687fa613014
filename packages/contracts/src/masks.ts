/** Surnames of two characters that still occur; the second one is no given name. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 令狐 司徒 东方 公孙 慕容 长孙 宇文 端木 夏侯 轩辕 南宫 百里 呼延 申屠 钟离 闻人 澹台 独孤'.split(
    ' ',
  ),
);
const HAN = /^\p{Script=Han}+$/u;
const STARS = '****';

/**
 * 张三丰 → 张**, 欧阳修 → 欧阳*, Anna Li → A*** L***. Of any other form the first character is left
 * at most; a name of one character is hidden whole.
 */
export function maskName(name: string): string {
  const said = name.trim();
  const letters = Array.from(said);
  if (letters.length <= 1) return letters.map(() => '*').join('');
  if (HAN.test(said)) {
    const isDouble = letters.length > 2 && DOUBLE_SURNAMES.has(letters.slice(0, 2).join(''));
    const shown = isDouble ? 2 : 1;
    return letters.slice(0, shown).join('') + '*'.repeat(letters.length - shown);
  }
  if (/^[\p{Script=Latin}\p{M}.'’ -]+$/u.test(said)) {
    return said
      .split(/\s+/)
      .map((word) => `${Array.from(word)[0]}***`)
      .join(' ');
  }
  return `${letters[0]}***`;
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{2,3})-?(\d{7,8})(-\d{1,6})?$/;

/** 13812345678 → 138****5678, 0575-85123456 → 0575-****3456. Of any other number hardly anything. */
export function maskPhone(phone: string): string {
  const digits = plainPhone(phone);
  if (MOBILE.test(digits)) return digits.slice(0, 3) + STARS + digits.slice(-4);
  const [, area, number = '', extension] = LANDLINE.exec(digits) ?? [];
  // A number of seven digits keeps three, so that more is hidden than shown.
  if (area)
    return `${area}-${STARS}${number.slice(number.length === 8 ? -4 : -3)}${extension ? '-***' : ''}`;
  return digits.length > 6 ? STARS + digits.slice(-2) : STARS;
}

/**
 * A phone number as it is kept: 11 digits, or area code, hyphen and number with an extension.
 * @returns null for what is neither a mobile phone nor a landline of mainland China
 */
export function readPhone(typed: string): string | null {
  const digits = plainPhone(typed);
  if (MOBILE.test(digits)) return digits;
  const [, area, number, extension = ''] = LANDLINE.exec(digits) ?? [];
  return area ? `${area}-${number}${extension}` : null;
}

/** Half-width, without blanks, country code and the marks people put between digits. */
function plainPhone(typed: string): string {
  const half = typed
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/[–—－]/g, '-');
  const local = half.replace(/^(\+|00)86-?/, '');
  const joined = local.replaceAll('-', '');
  return MOBILE.test(joined) ? joined : local;
}
