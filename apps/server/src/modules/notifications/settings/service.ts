import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  MAIL_TEXTS,
  maskPhone,
  type NotificationChoice,
  type NotificationSettings,
} from '@ludao/contracts';
import type { DatabaseAccess, Tx } from '../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import { fillMail } from '../delivery/decide.ts';
import type { Transports } from '../transport/model.ts';
import {
  choicesOf,
  CODE,
  decideChoice,
  decideCode,
  decideCodeAgain,
  decideEmail,
  readyOf,
} from './decide.ts';
import * as store from './store.ts';

export type SettingsService = ReturnType<typeof openSettings>;

/** How one person wants to be told. Works past the policies, as signing in does: for that person alone. */
export function openSettings(database: DatabaseAccess, transports: Transports) {
  const read = (personId: string): Promise<NotificationSettings> =>
    database.transaction((tx) => readSettings(tx, personId, transports));

  return {
    read,

    async change(
      personId: string,
      choices: readonly NotificationChoice[],
    ): Promise<NotificationSettings | Refusal> {
      const refused = choices.map(decideChoice).find((one) => one !== null);
      if (refused) return refused;
      await database.transaction((tx) => store.writeChoices(tx, personId, choices));
      return read(personId);
    },

    /** The code goes out after it was noted; an address that takes none stays unconfirmed. */
    async giveEmail(
      personId: string,
      text: string,
      now: Date,
    ): Promise<NotificationSettings | Refusal> {
      const mail = transports.EMAIL;
      if (!mail) return refuse('EMAIL_NOT_SET_UP');
      const email = decideEmail(text);
      if (isRefusal(email)) return email;
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const expiresAt = new Date(now.getTime() + CODE.minutes * 60_000);
      const refused = await database.transaction(async (tx) => {
        const soon = decideCodeAgain(await store.lockAddress(tx, personId), now);
        if (!soon) {
          await store.writePending(tx, personId, { email, codeHash: hashOf(code), expiresAt });
        }
        return soon;
      });
      if (refused) return refused;
      const sent = await mail.send({
        messageId: randomUUID(),
        to: email,
        at: now,
        subject: MAIL_TEXTS.codeSubject.zh,
        text: (['zh', 'en'] as const)
          .map((language) =>
            fillMail(MAIL_TEXTS.codeBody[language], { code, minutes: String(CODE.minutes) }),
          )
          .join('\n\n--\n\n'),
      });
      if (sent.outcome === 'refused') return refuse('EMAIL_REFUSED', {}, 422);
      if (sent.outcome === 'away') return refuse('EMAIL_AWAY', {}, 503);
      return read(personId);
    },

    async confirmEmail(
      personId: string,
      code: string,
      now: Date,
    ): Promise<NotificationSettings | Refusal> {
      const decided = await database.transaction(async (tx) => {
        const address = await store.lockAddress(tx, personId);
        const isRight = (hash: Uint8Array) => timingSafeEqual(hash, hashOf(code));
        const said = decideCode(address, isRight, now);
        if (said === 'confirmed') await store.confirmPending(tx, personId);
        else if (said.refused === 'EMAIL_CODE_WRONG') await store.countAttempt(tx, personId);
        return said;
      });
      return decided === 'confirmed' ? read(personId) : decided;
    },

    async forgetEmail(personId: string): Promise<NotificationSettings> {
      await database.transaction((tx) => store.deleteAddress(tx, personId));
      return read(personId);
    },
  };
}

async function readSettings(
  tx: Tx,
  personId: string,
  transports: Transports,
): Promise<NotificationSettings> {
  const address = await store.findAddress(tx, personId);
  const phone = await store.findPhone(tx, personId);
  const email = address?.email ?? null;
  return {
    choices: choicesOf(await store.listChoices(tx, personId)),
    ready: readyOf((channel) => transports[channel] !== undefined, { email, phone }),
    email,
    pendingEmail: address?.pendingEmail ?? null,
    phone: phone === null ? null : maskPhone(phone),
  };
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
