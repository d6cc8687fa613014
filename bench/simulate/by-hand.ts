import type { FactTable } from '@ludao/rules';
import type { Group, Ranks } from '@ludao/rules/columns';
import { itemOf } from './subset.ts';

/**
 * The subset as somebody would write it who knows the law and wants it fast: the bound for what
 * is generated. Verdicts are bits, 1 unknown and 2 yes, so that "or" is one instruction and
 * "certainly" is `>= 2`. What the text of an item says twice is said once.
 */
export function runByHand(group: Group, ranks: Ranks, table: FactTable): void {
  const read = columnsOf(group, table);
  ITEMS[itemOf(group.key)]!(group.rows, read, ranks);
  attached(group.rows, read, ranks);
}

interface Columns {
  flag(key: string): Uint8Array;
  mask(key: string): Int32Array;
  amount(key: string): { lo: Float64Array; hi: Float64Array };
}
type Item = (rows: number, read: Columns, ranks: Ranks) => void;

function columnsOf({ columns }: Group, table: FactTable): Columns {
  const column = (key: string) => columns.get(table.getSlot(key));
  const missing = (key: string) => new Error(`no column of ${key}`);
  return {
    flag(key) {
      const found = column(key);
      if (found?.type !== 'boolean') throw missing(key);
      return found.flags;
    },
    mask(key) {
      const found = column(key);
      if (found?.type !== 'choice') throw missing(key);
      return found.masks;
    },
    amount(key) {
      const found = column(key);
      if (found?.type !== 'quantity') throw missing(key);
      return { lo: found.lows, hi: found.highs };
    },
  };
}

/** Grams in a tonne, and watts in a tonne of steam an hour. */
const T = 1_000_000;
const T_H = 700_000;
const NEW = 1;
const NOT_INDUSTRIAL = 2;
/** Extents that are assembly only, in the order in which they nest. */
const ASSEMBLY = 0b011;
const ASSEMBLY_AND_WELDING = 0b111;

const atLeast = (lo: number, hi: number, steps: number) => (lo >= steps ? 2 : hi >= steps ? 1 : 0);
const isNew = (mask: number) => (mask & NEW ? (mask === NEW ? 2 : 1) : 0);
/** Yes where the extent is more than these. */
const isMore = (mask: number, these: number) => (mask & ~these ? (mask & these ? 1 : 2) : 0);
const isIndustrial = (mask: number) =>
  mask & NOT_INDUSTRIAL ? (mask === NOT_INDUSTRIAL ? 0 : 1) : 2;
const both = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a >= 2 && b >= 2 ? 2 : 1);

function write({ floors, ceilings }: Ranks, i: number, report: number, form: number): void {
  floors[i] = report >= 2 ? 3 : form >= 2 ? 2 : 0;
  ceilings[i] = report !== 0 ? 3 : form !== 0 ? 2 : 0;
}

/** 36 furniture, 66 metal products, 70 machinery: plating or solvent paint; else more than assembly. */
function platedOrPainted(isStar: boolean, assembly: number): Item {
  return (rows, read, ranks) => {
    const a = read.flag('process.electroplating');
    const b = read.flag('process.electroless');
    const c = read.flag('process.anodising');
    const paint = read.amount('paint.solvent_t_a');
    const main = read.flag('change.touches_main_works');
    const nature = read.mask('nature');
    const extent = read.mask('extent');
    const building = isStar ? read.mask('building') : null;
    for (let i = 0; i < rows; i++) {
      let report = a[i]! | b[i]! | c[i]! | atLeast(paint.lo[i]!, paint.hi[i]!, 10 * T);
      let form = both(main[i]! | isNew(nature[i]!), isMore(extent[i]!, assembly));
      if (building) {
        const star = isIndustrial(building[i]!);
        report = both(star, report);
        form = both(star, form);
      }
      write(ranks, i, report, form);
    }
  };
}

const ITEMS: Readonly<Record<number, Item>> = {
  15: (rows, read, ranks) => {
    const fermentation = read.flag('process.fermentation');
    const capacity = read.amount('capacity.t_a');
    const building = read.mask('building');
    for (let i = 0; i < rows; i++) {
      const form = fermentation[i]! | atLeast(capacity.lo[i]!, capacity.hi[i]!, 10_000 * T);
      write(ranks, i, 0, both(isIndustrial(building[i]!), form));
    }
  },
  32: (rows, read, ranks) => {
    const vulcanisation = read.flag('process.vulcanisation');
    const moulding = read.flag('process.injection_moulding');
    const adhesive = read.amount('adhesive.solvent_t_a');
    const agent = read.amount('agent.solvent_t_a');
    const building = read.mask('building');
    for (let i = 0; i < rows; i++) {
      const form =
        vulcanisation[i]! |
        moulding[i]! |
        atLeast(adhesive.lo[i]!, adhesive.hi[i]!, 10 * T) |
        atLeast(agent.lo[i]!, agent.hi[i]!, 3 * T);
      write(ranks, i, 0, both(isIndustrial(building[i]!), form));
    }
  },
  36: platedOrPainted(true, ASSEMBLY),
  38: (rows, read, ranks) => {
    const coating = read.flag('process.paper_coating');
    const impregnation = read.flag('process.impregnation');
    const printing = read.flag('process.printing');
    const gluing = read.flag('process.gluing');
    const building = read.mask('building');
    for (let i = 0; i < rows; i++) {
      const form = coating[i]! | impregnation[i]! | printing[i]! | gluing[i]!;
      write(ranks, i, 0, both(isIndustrial(building[i]!), form));
    }
  },
  39: (rows, read, ranks) => {
    const solvent = read.amount('ink.solvent_t_a');
    const low = read.amount('ink.low_voc_t_a');
    const other = read.amount('ink.other_t_a');
    const laser = read.flag('feature.laser_printing_only');
    const main = read.flag('change.touches_main_works');
    const nature = read.mask('nature');
    const building = read.mask('building');
    for (let i = 0; i < rows; i++) {
      const star = isIndustrial(building[i]!);
      const small = both(
        both(atLeast(low.lo[i]!, low.hi[i]!, 1), not(atLeast(low.lo[i]!, low.hi[i]!, 10 * T))),
        both(
          not(atLeast(solvent.lo[i]!, solvent.hi[i]!, 1)),
          not(atLeast(other.lo[i]!, other.hi[i]!, 1)),
        ),
      );
      const form = both(main[i]! | isNew(nature[i]!), not(laser[i]! | small));
      const report = atLeast(solvent.lo[i]!, solvent.hi[i]!, 10 * T);
      write(ranks, i, both(star, report), both(star, form));
    }
  },
  53: (rows, read, ranks) => {
    const recycled = read.flag('feature.recycled_plastic');
    const a = read.flag('process.electroplating');
    const b = read.flag('process.electroless');
    const c = read.flag('process.anodising');
    const adhesive = read.amount('adhesive.solvent_t_a');
    const paint = read.amount('paint.solvent_t_a');
    const main = read.flag('change.touches_main_works');
    const nature = read.mask('nature');
    for (let i = 0; i < rows; i++) {
      const report =
        recycled[i]! |
        a[i]! |
        b[i]! |
        c[i]! |
        atLeast(adhesive.lo[i]!, adhesive.hi[i]!, 10 * T) |
        atLeast(paint.lo[i]!, paint.hi[i]!, 10 * T);
      write(ranks, i, report, main[i]! | isNew(nature[i]!));
    }
  },
  58: (rows, read, ranks) => {
    const main = read.flag('change.touches_main_works');
    const nature = read.mask('nature');
    for (let i = 0; i < rows; i++) write(ranks, i, 0, main[i]! | isNew(nature[i]!));
  },
  66: platedOrPainted(false, ASSEMBLY_AND_WELDING),
  68: (rows, read, ranks) => {
    const capacity = read.amount('capacity.t_a');
    const main = read.flag('change.touches_main_works');
    const nature = read.mask('nature');
    const extent = read.mask('extent');
    for (let i = 0; i < rows; i++) {
      const report = atLeast(capacity.lo[i]!, capacity.hi[i]!, 100_000 * T);
      const more = isMore(extent[i]!, ASSEMBLY_AND_WELDING);
      write(ranks, i, report, both(main[i]! | isNew(nature[i]!), more));
    }
  },
  70: platedOrPainted(false, ASSEMBLY_AND_WELDING),
};

function not(verdict: number): number {
  return verdict === 0 ? 2 : verdict >= 2 ? 0 : 1;
}

/** 67 plating in any industry, 91 boilers, 98 laboratories, 100 waste-gas works. */
const attached: Item = (rows, read, { floors, ceilings }) => {
  const a = read.flag('process.electroplating');
  const b = read.flag('process.electroless');
  const c = read.flag('process.anodising');
  const dip = read.flag('process.hot_dip_passivated');
  const coal = read.amount('boiler.coal_oil_t_h');
  const gas = read.amount('boiler.gas_t_h');
  const biomass = read.flag('boiler.biomass');
  const fuel = read.flag('boiler.other_high_pollution');
  const laboratory = read.mask('laboratory');
  const wasteGas = read.flag('works.waste_gas');
  for (let i = 0; i < rows; i++) {
    if (floors[i] === 3) continue;
    const lab = laboratory[i]!;
    const report =
      a[i]! |
      b[i]! |
      c[i]! |
      dip[i]! |
      atLeast(coal.lo[i]!, coal.hi[i]!, 65 * T_H + 1) |
      (lab & 0b1000 ? (lab === 0b1000 ? 2 : 1) : 0);
    if (report >= 2) {
      floors[i] = 3;
      ceilings[i] = 3;
      continue;
    }
    const form =
      atLeast(coal.lo[i]!, coal.hi[i]!, 1) |
      atLeast(gas.lo[i]!, gas.hi[i]!, T_H + 1) |
      biomass[i]! |
      fuel[i]! |
      isMore(lab, 0b0011);
    const registration = wasteGas[i]!;
    const floor = form >= 2 ? 2 : registration >= 2 ? 1 : 0;
    const ceiling = report !== 0 ? 3 : form !== 0 ? 2 : registration !== 0 ? 1 : 0;
    if (floor > floors[i]!) floors[i] = floor;
    if (ceiling > ceilings[i]!) ceilings[i] = ceiling;
  }
};
