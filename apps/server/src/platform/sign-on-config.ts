import { readAddress, wordOf, type Env, type Problem } from './setting.ts';

/** An office's own sign-on by OpenID Connect. Without it the platform's own passwords are all there is. */
export interface SignOnConfig {
  /** As its discovery document names it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Holds the client's secret; without it the client is a public one, with PKCE alone. */
  readonly secretFile: string | null;
  readonly scope: string;
  /** The address at which people open the platform: where the provider sends them back to. */
  readonly publicUrl: string;
  /** By what a first sign-on finds its account, besides the person linking it. */
  readonly linkBy: 'none' | 'phone' | 'number';
  readonly linkClaim: string;
  /** Values of `amr` or `acr` by which the provider says that it asked for a second factor. */
  readonly secondFactor: readonly string[];
  readonly title: { readonly zh: string; readonly en: string };
  /** Who may still use a password of this platform: everyone, or the three officers only. */
  readonly passwords: 'everyone' | 'officers';
}

const LINK_CLAIMS = { none: '', phone: 'phone_number', number: 'employee_number' } as const;

/** @returns null where LUDAO_OIDC_ISSUER is not set; the other variables then mean nothing */
export function readSignOn(env: Env, problems: Problem[]): SignOnConfig | null {
  const issuer = env['LUDAO_OIDC_ISSUER'];
  if (!issuer) return null;
  const linkBy = wordOf(env, 'LUDAO_OIDC_LINK_BY', ['none', 'phone', 'number'], problems);
  const passwords = wordOf(env, 'LUDAO_OIDC_PASSWORDS', ['everyone', 'officers'], problems);
  const zh = env['LUDAO_OIDC_TITLE'] || '统一身份认证';
  return {
    issuer: readAddress('LUDAO_OIDC_ISSUER', issuer, problems),
    clientId: needed('LUDAO_OIDC_CLIENT', env, problems),
    secretFile: env['LUDAO_OIDC_SECRET_FILE'] || null,
    scope: env['LUDAO_OIDC_SCOPE'] || (linkBy === 'phone' ? 'openid phone' : 'openid'),
    publicUrl: readAddress('LUDAO_URL', needed('LUDAO_URL', env, problems), problems),
    linkBy,
    linkClaim: env['LUDAO_OIDC_LINK_CLAIM'] || LINK_CLAIMS[linkBy],
    secondFactor: (env['LUDAO_OIDC_SECOND_FACTOR'] ?? '').split(/[\s,]+/).filter(Boolean),
    title: { zh, en: env['LUDAO_OIDC_TITLE_EN'] || 'Unified sign-on' },
    passwords,
  };
}

function needed(name: string, env: Env, problems: Problem[]): string {
  const text = env[name] ?? '';
  if (text === '') {
    problems.push({
      zh: `设置了 LUDAO_OIDC_ISSUER，还须设置 ${name}`,
      en: `LUDAO_OIDC_ISSUER is set, so ${name} must be set too`,
    });
  }
  return text;
}
