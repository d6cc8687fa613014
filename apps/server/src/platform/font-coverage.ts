/**
 * Which characters a TrueType or OpenType font has a glyph for, by its own table (cmap, formats 4
 * and 12). A character without one would print as an empty box or not at all, so documents ask first.
 */
export function readCoverage(font: Buffer): (character: string) => boolean {
  const cmap = tableAt(font, 'cmap');
  const ranges = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) =>
    font.readUInt32BE(cmap + 8 + 8 * index),
  ).flatMap((offset) => rangesOf(font, cmap + offset));
  ranges.sort((a, b) => a[0] - b[0]);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    let [from, to] = [0, ranges.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ranges[middle]![1] < code) from = middle + 1;
      else to = middle;
    }
    return from < ranges.length && ranges[from]![0] <= code;
  };
}

type Range = readonly [first: number, last: number];

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table "${tag}"`);
}

/** Other formats (variation selectors, old encodings) say nothing about single characters. */
function rangesOf(font: Buffer, at: number): Range[] {
  const format = font.readUInt16BE(at);
  if (format === 12) return groups12(font, at);
  return format === 4 ? segments4(font, at) : [];
}

function groups12(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

function segments4(font: Buffer, at: number): Range[] {
  const length = font.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + length];
  const [deltas, offsets] = [starts + length, starts + 2 * length];
  const found: Range[] = [];
  for (let index = 0; index < length; index += 2) {
    const [first, last] = [font.readUInt16BE(starts + index), font.readUInt16BE(ends + index)];
    const [delta, offset] = [font.readUInt16BE(deltas + index), font.readUInt16BE(offsets + index)];
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + delta) & 0xffff
          : font.readUInt16BE(offsets + index + offset + 2 * (code - first));
      if (glyph !== 0) found.push([code, code]);
    }
  }
  return merge(found);
}

function merge(single: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [first, last] of single) {
    const before = merged.at(-1);
    if (before && before[1] + 1 === first) before[1] = last;
    else merged.push([first, last]);
  }
  return merged;
}
