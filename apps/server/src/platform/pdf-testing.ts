import { inflateSync } from 'node:zlib';

/** Glyphs with an outline in the font that the PDF itself carries. */
export function outlinesIn(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const number = /\/FontFile2 (\d+) 0 R/.exec(text)![1]!;
  const object = text.indexOf(`\n${number} 0 obj`);
  const start = text.indexOf('stream', object);
  const from = text.indexOf('\n', start) + 1;
  const length = Number(/\/Length (\d+)/.exec(text.slice(object, start))![1]);
  const font = inflateSync(pdf.subarray(from, from + length));
  const table = (tag: string) => {
    for (let entry = 12; ; entry += 16) {
      if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
    }
  };
  const [count, long] = [
    font.readUInt16BE(table('maxp') + 4),
    font.readInt16BE(table('head') + 50),
  ];
  const loca = table('loca');
  const at = (glyph: number) =>
    long ? font.readUInt32BE(loca + 4 * glyph) : 2 * font.readUInt16BE(loca + 2 * glyph);
  let outlines = 0;
  for (let glyph = 1; glyph < count; glyph++) if (at(glyph + 1) > at(glyph)) outlines++;
  return outlines;
}

/** A glyph as it is drawn: its outline's name, and where its ink lies on its page, in points. */
export interface Drawn {
  readonly outline: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Not upright, as a mark across the page is. */
  readonly slanted: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const AS_IS: Matrix = [1, 0, 0, 1, 0, 0];
const A4_HEIGHT = (297 / 25.4) * 72;

/**
 * The glyphs with ink of a document drawn by typst as SVG, its A4 pages one below the other, in the
 * order of the document. An outline's name is made of its shape and size: the same in every drawing.
 */
export function drawnIn(svg: string): Drawn[] {
  const boxes = new Map(
    [...svg.matchAll(/<symbol id="(\w+)"[^>]*>([\s\S]*?)<\/symbol>/g)].map(([, id, inside]) => [
      id!,
      extentOf(/<path d="([^"]*)"/.exec(inside!)?.[1] ?? ''),
    ]),
  );
  const drawn: Drawn[] = [];
  const stack: Matrix[] = [AS_IS];
  const parts = svg
    .replace(/<defs[\s\S]*?<\/defs>/g, '')
    .matchAll(/<(\/?)(g|use)\b([^>]*?)(\/?)>/g);
  for (const [, closes, name, given, empty] of parts) {
    if (closes) stack.pop();
    else if (name === 'g') {
      const own = /transform="matrix\(([^)]*)\)"/.exec(given!)?.[1]!.split(/[ ,]+/).map(Number);
      if (!empty) stack.push(own ? times(stack.at(-1)!, own as unknown as Matrix) : stack.at(-1)!);
    } else {
      const outline = /#(\w+)/.exec(given!)![1]!;
      const box = boxes.get(outline);
      if (!box) continue;
      const valueOf = (key: string) => Number(new RegExp(` ${key}="([^"]*)"`).exec(given!)?.[1]);
      const [a, b, c, d, e, f] = times(stack.at(-1)!, [1, 0, 0, 1, valueOf('x'), valueOf('y')]);
      const corners = [box.left, box.right].flatMap((x) =>
        [box.low, box.high].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
      );
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      const page = Math.floor(Math.min(...ys) / A4_HEIGHT);
      drawn.push({
        outline,
        page,
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys) - page * A4_HEIGHT,
        bottom: Math.max(...ys) - page * A4_HEIGHT,
        slanted: b !== 0,
      });
    }
  }
  return drawn;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** Of an outline of relative lines and curves, with the control points of these; null for none. */
function extentOf(path: string) {
  let [x, y] = [0, 0];
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, command, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = rest!.trim().split(/[ ,]+/).map(Number);
    // Of a curve the control points come first; all are relative to where it begins.
    const points = pointsOf(command!, numbers).map(([dx, dy]) => [x + dx, y + dy] as const);
    for (const [toX, toY] of points) {
      xs.push(toX);
      ys.push(toY);
    }
    [x, y] = points.at(-1) ?? [x, y];
  }
  return xs.length === 0
    ? null
    : {
        left: Math.min(...xs),
        right: Math.max(...xs),
        low: Math.min(...ys),
        high: Math.max(...ys),
      };
}

/** @throws Error where the outline has a command that typst was not seen to write */
function pointsOf(command: string, numbers: readonly number[]): (readonly [number, number])[] {
  switch (command) {
    case 'h':
      return [[numbers[0]!, 0]];
    case 'v':
      return [[0, numbers[0]!]];
    case 'm':
    case 'l':
      return [[numbers[0]!, numbers[1]!]];
    case 'q':
      return [
        [numbers[0]!, numbers[1]!],
        [numbers[2]!, numbers[3]!],
      ];
    case 'M': // Always to the origin, from which the first `m` leads on.
    case 'Z':
      return [];
    default:
      throw new Error(`the outline has a command ${command}`);
  }
}
