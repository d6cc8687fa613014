import { giveReasons, type AnswerItem, type ConfirmationNote, type Missing } from './answer.ts';
import type { Engine } from './evaluate.ts';
import { levelOf, PERMIT_LEVELS, type PermitLevel } from './level.ts';
import type { RulePack } from './pack.ts';
import { NEW_SITE } from './procedure/new-site.ts';
import type { Project } from './project.ts';
import { verdictOver } from './reliefs/conditions.ts';
import { YES } from './state.ts';

/** The discharge-permit category of a project by the permit catalogue, article 2. */
export interface PermitAnswer {
  readonly level: PermitLevel | null;
  readonly floor: PermitLevel;
  readonly ceiling: PermitLevel;
  readonly items: readonly AnswerItem[];
  readonly confirm: readonly ConfirmationNote[];
  readonly missing: readonly Missing[];
  readonly law: { readonly pack: string; readonly title: string; readonly documentNo: string };
  /**
   * A permit covers the whole site: of an expansion or a retrofit only what is added is known.
   * The floor then holds, and the ceiling is always KEY.
   */
  readonly wholeSiteUnknown: boolean;
}

/** Evaluates the permit catalogue over the same facts. */
export function answerPermit(
  engine: Engine,
  pack: RulePack,
  project: Project,
  nameMissing: (missing: { readonly slot: number; readonly activity: number }) => Missing,
): PermitAnswer {
  const core = engine.evaluate(project);
  const { items, confirm, beyond, unencoded } = giveReasons(engine, project, core);
  const wholeSiteUnknown = verdictOver(NEW_SITE, project, engine.table) !== YES;
  const open = wholeSiteUnknown || beyond.length > 0 || unencoded.length > 0;
  const floor = levelOf(core.floor, PERMIT_LEVELS);
  const ceiling = open ? 'KEY' : levelOf(core.ceiling, PERMIT_LEVELS);
  return {
    level: floor === ceiling ? floor : null,
    floor,
    ceiling,
    items,
    confirm,
    missing: core.missing.map(nameMissing),
    law: { pack: pack.id, title: pack.title, documentNo: pack.documentNo },
    wholeSiteUnknown,
  };
}
