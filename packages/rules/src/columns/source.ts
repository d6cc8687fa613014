import { boundary } from '../closure.ts';
import type { Expression } from '../expression.ts';
import type { FactTable } from '../fact-table.ts';
import { optionMask, type ChoiceFact, type QuantityFact } from '../vocabulary.ts';

/**
 * A condition as two JavaScript expressions over row `i`: `sure` holds where the condition is
 * certainly met and `may` where it is not certainly unmet. Together they are Kleene's three values:
 * neither is no, `may` alone is unknown, both are yes.
 */
export interface Source {
  readonly sure: string;
  readonly may: string;
}

/** Names the columns that a piece of source reads: `c0`, `c1`, … in the order of first use. */
export class ColumnNames {
  readonly #names = new Map<string, string>();

  /** @param part the array of the column: flags, masks, lows or highs */
  name(slot: number, part: Part): string {
    const id = `${part} ${slot}`;
    let name = this.#names.get(id);
    if (name === undefined) {
      name = `c${this.#names.size}`;
      this.#names.set(id, name);
    }
    return name;
  }

  /** Slot and array behind each name, in the order of the names. */
  list(): { readonly slot: number; readonly part: Part }[] {
    return [...this.#names.keys()].map((id) => {
      const [part, slot] = id.split(' ') as [Part, string];
      return { slot: Number(slot), part };
    });
  }
}

export type Part = 'flags' | 'masks' | 'lows' | 'highs';

/** Writes a condition; the pack's numbers become whole base steps, as in the closures. */
export function writeCondition(
  expression: Expression,
  table: FactTable,
  names: ColumnNames,
): Source {
  switch (expression.op) {
    case 'const': {
      const always = String(expression.value);
      return { sure: always, may: always };
    }
    case 'unresolved':
      return { sure: 'false', may: 'true' };
    case 'is': {
      const cell = `${names.name(table.getSlot(expression.fact), 'flags')}[i]`;
      return { sure: `${cell} === 2`, may: `${cell} !== 0` };
    }
    case 'oneOf': {
      const fact = table.getFact(expression.fact) as ChoiceFact;
      const cell = `${names.name(table.getSlot(fact.key), 'masks')}[i]`;
      const mask = optionMask(fact, expression.options);
      // Reading a project leaves every choice at least one option.
      return { sure: `(${cell} & ${~mask}) === 0`, may: `(${cell} & ${mask}) !== 0` };
    }
    case 'compare': {
      const fact = table.getFact(expression.fact) as QuantityFact;
      const slot = table.getSlot(fact.key);
      const steps = Math.round(expression.value * table.stepsPerUnit(fact));
      const limit = boundary(expression.by, steps);
      const low = `${names.name(slot, 'lows')}[i]`;
      const high = `${names.name(slot, 'highs')}[i]`;
      const isUpper = ['<', '<=', '='].includes(expression.by);
      return isUpper
        ? { sure: `${high} < ${limit}`, may: `${low} < ${limit}` }
        : { sure: `${low} >= ${limit}`, may: `${high} >= ${limit}` };
    }
    case 'not': {
      const { sure, may } = writeCondition(expression.of, table, names);
      return { sure: `!(${may})`, may: `!(${sure})` };
    }
    default: {
      const parts = expression.of.map((part) => writeCondition(part, table, names));
      const by = expression.op === 'and' ? ' && ' : ' || ';
      return {
        sure: `(${parts.map(({ sure }) => sure).join(by)})`,
        may: `(${parts.map(({ may }) => may).join(by)})`,
      };
    }
  }
}
