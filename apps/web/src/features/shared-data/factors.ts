import type { DatasetFactor } from '@ludao/contracts';

/** Factors as they are typed: one a line, its parts apart by commas of either kind. */
export function readFactors(text: string): DatasetFactor[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => {
    const [name = '', value = '', unit = '', method = ''] = line
      .split(/[,，\t]/)
      .map((part) => part.trim());
    return { name, value, unit, method };
  });
  return read.every(({ name, value }) => name !== '' && value !== '') ? read : null;
}

/** Lines that say something. */
export function readPoints(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
