import { FILE_KINDS, FILE_NAME_LENGTH, type FileKindName } from '@ludao/contracts';

/** What a name becomes of which nothing is left. */
const NAMELESS = 'file';
/** Directions and invisible characters that make a name look like another, and what folders forbid. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * The name of a file as it is kept: without folders and invisible characters, at most 200 characters,
 * with an ending that its content bears out. What says otherwise gets the right one behind it, so
 * that nothing that is saved is run as something else.
 */
export function keptName(given: string, kind: FileKindName): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(UNWANTED, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const { endings }: { readonly endings: readonly string[] } = FILE_KINDS[kind];
  const said = /^(.+)\.([^.]+)$/u.exec(clean);
  const isRight = said !== null && endings.includes(said[2]!.toLowerCase());
  const stem = isRight ? said[1]! : clean || NAMELESS;
  const ending = isRight ? said[2]! : endings[0]!;
  const room = FILE_NAME_LENGTH - ending.length - 1;
  return `${Array.from(stem).slice(0, room).join('').trimEnd()}.${ending}`;
}

/** RFC 6266: the name in ASCII for old readers, and whole in UTF-8 (RFC 8187). */
export function dispositionOf(name: string, isInline: boolean): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
