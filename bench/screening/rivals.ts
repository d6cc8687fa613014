import type { Engine } from '@ludao/rules';
import type { Contender } from '../measure/rounds.ts';
import { feelin } from './feelin.ts';
import { flattenProjects } from './flat-cases.ts';
import { jsonRulesEngine } from './json-rules-engine.ts';
import { SLOW_CASES, type DrawnProjects } from './projects.ts';
import { zenEngine } from './zen-engine.ts';

/** The other engines over the same clauses; they get complete projects only. */
export function rivalContenders(engine: Engine, drawn: DrawnProjects): Contender[] {
  const projects = drawn.complete.projects.slice(0, SLOW_CASES);
  const flat = flattenProjects(engine, projects);
  return [jsonRulesEngine(flat), ...zenEngine(flat), feelin(flat)];
}
