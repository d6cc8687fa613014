import type { MessageConfig } from '../../../platform/message-config.ts';
import { openFolder } from './folder.ts';
import { openMail } from './mail.ts';
import type { Transports } from './model.ts';

/**
 * The ways out of the house that are set up; none where nothing is.
 * @throws StartupError when a secret cannot be read
 */
export function openTransports({ mail, folder }: MessageConfig): Transports {
  return {
    ...(mail && { EMAIL: openMail(mail) }),
    ...(folder !== null && {
      SMS: openFolder(folder, 'SMS'),
      WECHAT: openFolder(folder, 'WECHAT'),
    }),
  };
}
