import {
  kindOf,
  NOTIFICATION_KIND_NAMES,
  PLACES,
  type Channel,
  type NotificationChoice,
  type NotificationSettings,
  type Place,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { StoredAddress } from './model.ts';

export const CODE = { minutes: 15, attempts: 5, secondsBetween: 60 } as const;

/** Of the shape that a mail server takes: one @, no blanks, a domain with a dot. */
const EMAIL =
  /^[^\s@<>"'\\,;:()[\]\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/iu;

/** @returns the address as it is kept */
export function decideEmail(text: string): string | Refusal {
  const email = text.normalize('NFKC').trim();
  return EMAIL.test(email) ? email : refuse('EMAIL_FORM', {}, 422);
}

/** Another code so soon is refused: nobody's mailbox is to be filled from here. */
export function decideCodeAgain(before: StoredAddress | undefined, now: Date): Refusal | null {
  const expires = before?.codeExpiresAt;
  if (!expires) return null;
  const sentAt = expires.getTime() - CODE.minutes * 60_000;
  const wait = Math.ceil((sentAt + CODE.secondsBetween * 1000 - now.getTime()) / 1000);
  return wait > 0 ? refuse('EMAIL_CODE_SOON', { seconds: wait }, 429) : null;
}

export function decideCode(
  address: StoredAddress | undefined,
  isRight: (hash: Uint8Array) => boolean,
  now: Date,
): 'confirmed' | Refusal {
  if (!address?.codeHash || !address.codeExpiresAt) return refuse('EMAIL_CODE_NONE');
  if (address.codeExpiresAt <= now || address.codeAttempts >= CODE.attempts) {
    return refuse('EMAIL_CODE_EXPIRED');
  }
  return isRight(address.codeHash) ? 'confirmed' : refuse('EMAIL_CODE_WRONG', {}, 422);
}

/** Security always stands in the platform; outside nothing goes until it is chosen. */
export function choicesOf(chosen: readonly NotificationChoice[]): NotificationSettings['choices'] {
  const said = new Map(chosen.map(({ kind, place, on }) => [`${kind} ${place}`, on]));
  return NOTIFICATION_KIND_NAMES.flatMap((kind) =>
    placesOf(kind).map((place) => {
      const fixed = isFixed(kind, place);
      const on = fixed || (said.get(`${kind} ${place}`) ?? place === 'IN_APP');
      return { kind, place, on, fixed };
    }),
  );
}

export function decideChoice({ kind, place, on }: NotificationChoice): Refusal | null {
  const isOpen = placesOf(kind).includes(place) && (on || !isFixed(kind, place));
  return isOpen ? null : refuse('NOTIFICATION_FIXED', {}, 422);
}

export function readyOf(
  isSetUp: (channel: Channel) => boolean,
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
): NotificationSettings['ready'] {
  const of = (channel: Channel) => {
    if (!isSetUp(channel)) return 'not_set_up';
    return (channel === 'EMAIL' ? email : phone) === null ? 'no_address' : 'ready';
  };
  return { IN_APP: 'ready', EMAIL: of('EMAIL'), SMS: of('SMS'), WECHAT: of('WECHAT') };
}

function placesOf(kind: NotificationChoice['kind']): Place[] {
  const open: readonly Place[] = ['IN_APP', ...kindOf(kind).channels];
  return (Object.keys(PLACES) as Place[]).filter((place) => open.includes(place));
}

function isFixed(kind: NotificationChoice['kind'], place: Place): boolean {
  return place === 'IN_APP' && kindOf(kind).importance === 'security';
}
