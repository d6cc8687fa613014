import type { NewContact } from '../modules/contacts/index.ts';
import type { NewEnterprise } from '../modules/enterprises/index.ts';
import type { NewPost } from '../modules/organisations/index.ts';
import type { NewPark } from '../modules/parks/index.ts';
import { drawsFrom } from './random.ts';
import { GIVEN_NAMES, SURNAMES } from './words.ts';

/** A line of draws of its own, so that nobody else's invented data changes with the contacts. */
const SEED = 20_260_114;

/** Numbers of the range 154, which no operator in China has been given. */
export function demoPhone(number: number): string {
  return `154${String(number).padStart(8, '0')}`;
}

/**
 * Somebody in charge of the environment for every enterprise and park, and a legal representative
 * for one enterprise in three. The holder of the owner's account is the first enterprise's.
 */
export function demoContacts(
  {
    parks,
    enterprises,
  }: { readonly parks: readonly NewPark[]; readonly enterprises: readonly NewEnterprise[] },
  posts: readonly NewPost[],
  today: string,
): NewContact[] {
  const draws = drawsFrom(SEED);
  let number = 1000;
  const somebody = () => {
    number += 1;
    return {
      name: `演${draws.pick(SURNAMES)}${draws.pick(GIVEN_NAMES)}`,
      phone: demoPhone(number),
    };
  };
  const owners = new Map(
    posts
      .filter(({ role }) => role === 'ENTERPRISE_OWNER')
      .map(({ organisation, holder }) => [
        organisation,
        { name: holder.name, phone: holder.phone },
      ]),
  );
  const lead = { kind: 'ENVIRONMENT_LEAD', jobTitle: '环保专员', enteredOn: today } as const;
  const ofParks = parks.map(({ id, operator, districtCode }): NewContact => ({
    id: draws.id(),
    subject: { kind: 'park', id },
    place: { ownerOrg: operator, districtCode, parkId: id },
    ...lead,
    ...somebody(),
  }));
  const ofEnterprises = enterprises.flatMap(({ id, districtCode, parkId }, at): NewContact[] => {
    const subject = { kind: 'enterprise', id } as const;
    const place = { ownerOrg: id, districtCode, parkId };
    const responsible = {
      id: draws.id(),
      subject,
      place,
      ...lead,
      ...(owners.get(id) ?? somebody()),
    };
    if (at % 3 !== 0) return [responsible];
    const legal = { kind: 'LEGAL_REPRESENTATIVE', jobTitle: '总经理', enteredOn: today } as const;
    return [responsible, { id: draws.id(), subject, place, ...legal, ...somebody() }];
  });
  return [...ofParks, ...ofEnterprises];
}
