import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '@ludao/contracts';
import type { Transport } from './model.ts';

/**
 * One file for each message, with one line of JSON, for a gateway to pick up: SMS and WeChat are
 * sent by a provider of the office's choice. A file appears whole or not at all, and a second attempt
 * has the same name.
 */
export function openFolder(folder: string, channel: Channel): Transport {
  return {
    async send({ messageId, to, text, at }) {
      const line = JSON.stringify({ messageId, channel, to, text, at: at.toISOString() });
      const name = join(folder, `${channel.toLowerCase()}-${messageId}.json`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(`${name}.part`, `${line}\n`, { mode: 0o600, flush: true });
        await rename(`${name}.part`, name);
        return { outcome: 'sent' };
      } catch {
        return { outcome: 'away', fault: 'FOLDER' };
      }
    },
    close() {},
  };
}
