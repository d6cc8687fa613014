import { readFileSync } from 'node:fs';
import type { DeliveryFault } from '@ludao/contracts';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../../platform/message-config.ts';
import { StartupError } from '../../../platform/startup-error.ts';
import type { Sent, Transport } from './model.ts';

const PATIENCE_MS = 20_000;

/**
 * E-mail by a mail server (SMTP). TLS is demanded and its certificate checked, but for a server on
 * this very computer.
 * @throws StartupError when the file with the password cannot be read
 */
export function openMail(config: MailConfig): Transport {
  const { host, port, secure, user, isLocal, from } = config;
  const pass = passwordOf(config);
  const mailer = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: isLocal && !secure,
    ...(user !== null && { auth: { user, pass } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, to, subject, text, at }) {
      try {
        await mailer.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          textEncoding: 'base64',
          date: at,
          messageId: `<${messageId}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return readFailure(error as MailError);
      }
    },
    close: () => mailer.close(),
  };
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** Only what the receiving side says of this message is for good; all else may be put right. */
function readFailure({ code, responseCode = 0, message = '' }: MailError): Sent {
  const isOfMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isOfMessage && responseCode >= 500) return { outcome: 'refused', fault: 'REFUSED' };
  return { outcome: 'away', fault: faultOf(code, responseCode, message) };
}

function faultOf(code: string | undefined, responseCode: number, message: string): DeliveryFault {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'LOGIN';
  if (code === 'ETLS' || /certificate|self-signed|altnames/i.test(message)) return 'CERTIFICATE';
  return responseCode > 0 ? 'BUSY' : 'UNREACHABLE';
}

function passwordOf({ password, passwordFile }: MailConfig): string {
  if (passwordFile === null) return password;
  try {
    const secret = readFileSync(passwordFile, 'utf8').trim();
    if (secret !== '') return secret;
    throw new Error('the file is empty');
  } catch (error) {
    throw new StartupError(
      `无法从文件 ${passwordFile} 读取邮件服务器的密码；请检查 LUDAO_SMTP_PASSWORD_FILE。`,
      `The password of the mail server cannot be read from ${passwordFile}. Check LUDAO_SMTP_PASSWORD_FILE.`,
      { cause: error },
    );
  }
}

function domainOf(from: string): string {
  return /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
}
