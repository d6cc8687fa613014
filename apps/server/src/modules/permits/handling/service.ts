import type { OfficerStep, PermitView } from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { cancelClock, findClocks, meetClock, startClock } from '../../tasks/index.ts';
import { clockOf, startOf } from '../clocks/service.ts';
import { decisionLength, isDeemedAccepted, siteCheckLengthens } from '../decide.ts';
import { recordOfficial } from '../force/service.ts';
import { event, take, type Asking, type Done, type Taking } from '../step/service.ts';
import { tellApplicant } from '../work/service.ts';

type Step<Name extends OfficerStep['step']> = Extract<OfficerStep, { readonly step: Name }>;

/** What the officer of the branch does. */
export function officerStep(
  tx: Tx,
  id: string,
  form: OfficerStep,
  asking: Asking,
): Promise<PermitView | Refusal> {
  return take(tx, id, form.version, form.step, asking, (taking) => {
    switch (form.step) {
      case 'ask':
        return ask(tx, taking, form, asking);
      case 'decline':
        return decline(tx, taking, form, asking);
      case 'accept':
        return accept(tx, taking, asking);
      case 'checkSite':
        return checkSite(tx, taking, form, asking);
      case 'propose':
        return propose(form);
      case 'record':
        return recordOfficial(tx, taking, form, asking);
    }
  });
}

/** Says once, within the period, all that is missing (排污许可管理条例第九条第（四）项). */
async function ask(
  tx: Tx,
  taking: Taking,
  { items }: Step<'ask'>,
  { today }: Asking,
): Promise<Done | Refusal> {
  const { permit, application, acting } = taking;
  if (application.askedOn !== null) return refuse('ASKED_ONCE', { value: application.askedOn });
  const late = await deemed(tx, taking, today);
  if (late) return refuse('PERMIT_DEEMED_ACCEPTED', { limit: late });
  await meetNotice(tx, taking);
  await tellApplicant(tx, taking, acting, (told) => ({
    ...told,
    kind: 'PERMIT_INCOMPLETE',
    params: { permit: permit.id, count: items.length },
  }));
  return {
    changed: { state: 'INCOMPLETE', asked: items, askedOn: today },
    events: [event('permit.asked', { items: items.length })],
  };
}

async function decline(
  tx: Tx,
  taking: Taking,
  { reason, words }: Step<'decline'>,
  { today }: Asking,
): Promise<Done | Refusal> {
  const { permit, acting } = taking;
  const late = await deemed(tx, taking, today);
  if (late) return refuse('PERMIT_DEEMED_ACCEPTED', { limit: late });
  await meetNotice(tx, taking);
  await tellApplicant(tx, taking, acting, (told) => ({
    ...told,
    kind: 'PERMIT_DECIDED',
    params: { permit: permit.id, outcome: 'DECLINED' },
  }));
  return {
    changed: { state: 'DECLINED', declinedFor: reason, declinedWords: words },
    events: [event('permit.declined', { reason })],
  };
}

/** Accepts; what nobody asked about in time was accepted on the day it came. */
async function accept(tx: Tx, taking: Taking, { now, today, law }: Asking): Promise<Done> {
  const { permit, application, acting } = taking;
  const isDeemed = (await deemed(tx, taking, today)) !== null;
  const since = isDeemed && application.receivedAt ? application.receivedAt : now;
  const acceptedOn = dateInChina(since);
  await meetNotice(tx, taking);
  const length = decisionLength(application.kind, application.category);
  const decision = length
    ? await startClock(tx, law(), { ...clockOf(permit, 'C16'), length, startedAt: since }, acting)
    : null;
  await tellApplicant(tx, taking, acting, (told) => ({
    ...told,
    kind: 'PERMIT_ACCEPTED',
    params: { permit: permit.id, on: acceptedOn },
  }));
  return {
    changed: {
      state: 'ACCEPTED',
      acceptedOn,
      deemed: isDeemed,
      decisionClock: decision?.id ?? null,
    },
    events: [event('permit.accepted', { on: acceptedOn, deemed: isDeemed, length })],
  };
}

/** Of key management, a site check within the period gives 45 days from the acceptance on. */
async function checkSite(
  tx: Tx,
  { permit, application, acting }: Taking,
  { on, words }: Step<'checkSite'>,
  { today, law }: Asking,
): Promise<Done | Refusal> {
  const { acceptedOn, decisionClock, siteCheckedOn } = application;
  if (siteCheckedOn !== null) return refuse('SITE_CHECKED', { value: siteCheckedOn });
  if (acceptedOn === null || on < acceptedOn || on > today) {
    return refuse('PERMIT_DAY_IMPOSSIBLE', { field: 'on', value: on, limit: today }, 422);
  }
  const clock = decisionClock
    ? (await findClocks(tx, [decisionClock])).get(decisionClock)
    : undefined;
  const running = clock ? { length: clock.terms.length, dueOn: clock.dueOn } : null;
  const isLonger = siteCheckLengthens(running, on);
  if (clock && isLonger) await cancelClock(tx, clock.id, acting);
  const longer = { ...clockOf(permit, 'C16'), length: 'KEY_SITE', startedAt: startOf(acceptedOn) };
  const next = isLonger ? (await startClock(tx, law(), longer, acting)).id : decisionClock;
  return {
    changed: { siteCheckedOn: on, siteWords: words, decisionClock: next },
    events: [event('permit.site_checked', { on, lengthened: isLonger })],
  };
}

async function propose({ outcome, reasons, law }: Step<'propose'>): Promise<Done> {
  return {
    changed: {
      state: 'PROPOSED',
      outcome,
      outcomeReasons: reasons,
      outcomeLaw: law,
      returnedWords: null,
    },
    events: [event('permit.proposed', { outcome })],
  };
}

/** The last day to ask, where it has passed; null while somebody still may. */
async function deemed(tx: Tx, { application }: Taking, today: string): Promise<string | null> {
  const { noticeClock, state } = application;
  const clock = noticeClock ? (await findClocks(tx, [noticeClock])).get(noticeClock) : undefined;
  const dueOn = clock?.dueOn ?? null;
  return isDeemedAccepted(state, dueOn, today) ? dueOn : null;
}

async function meetNotice(tx: Tx, { application, acting }: Taking): Promise<void> {
  if (application.noticeClock) await meetClock(tx, application.noticeClock, {}, acting);
}
