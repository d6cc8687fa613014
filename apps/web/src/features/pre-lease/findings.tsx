import { PRE_LEASE_FINDINGS, type PreLeaseCheck } from '@ludao/contracts';
import { levelText, permitLevelText } from '@ludao/contracts/texts';
import { useTranslation } from 'react-i18next';
import { currentLanguage, type Language } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';

type Finding = PreLeaseCheck['findings'][number];

/** What was found, each as a sentence with what to do about it. */
export function Findings({ check }: { readonly check: PreLeaseCheck }) {
  const { i18n } = useTranslation();
  return (
    <ul className="findings">
      {check.findings.map((finding) => (
        <li
          key={finding.code}
          className={WEIGHT[finding.code] ?? 'plain'}
          data-finding={finding.code}
        >
          <Icon name={ICONS[WEIGHT[finding.code] ?? 'plain']} size={17} />
          <span>{sentence(finding, currentLanguage(i18n))}</span>
        </li>
      ))}
    </ul>
  );
}

type Weight = 'stops' | 'opens' | 'binds' | 'plain';
const WEIGHT: Readonly<Partial<Record<Finding['code'], Weight>>> = {
  UNIT_OCCUPIED: 'stops',
  EIA_OPEN: 'opens',
  EIA_REPORT: 'binds',
  EIA_FORM: 'binds',
  EIA_OFFICER: 'binds',
  PERMIT_KEY: 'binds',
  PERMIT_SIMPLIFIED: 'binds',
  PERMIT_OPEN: 'binds',
};
const ICONS: Readonly<Record<Weight, IconName>> = {
  stops: 'stop',
  opens: 'question',
  binds: 'lease',
  plain: 'info',
};

function sentence({ code, params }: Finding, language: Language): string {
  return PRE_LEASE_FINDINGS[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    if (code === 'PERMIT_OPEN' && isPermitLevel(value)) return permitLevelText(value, language);
    return isLevel(value) ? levelText(value, language) : value;
  });
}

const LEVELS = ['NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT', 'EXEMPT'] as const;

const PERMIT_LEVELS = ['NOT_LISTED', 'REGISTRATION', 'SIMPLIFIED', 'KEY'] as const;

function isPermitLevel(value: string): value is (typeof PERMIT_LEVELS)[number] {
  return (PERMIT_LEVELS as readonly string[]).includes(value);
}

function isLevel(value: string): value is (typeof LEVELS)[number] {
  return (LEVELS as readonly string[]).includes(value);
}
