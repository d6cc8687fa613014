import { WASTEWATER_ROUTES, type EnterpriseForm, type WastewaterRoute } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { useIndustryNames } from '../../api/industry-names.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { profileText } from './profile-text.ts';

export type FactKey = keyof EnterpriseForm;

/** The field's name on a form, by its key; ids have the name of what they point to. */
export function useFactName(): (key: string) => string {
  const { t, i18n } = useTranslation('enterprises');
  const names: Readonly<Record<string, string>> = {
    districtCode: 'county',
    parkId: 'park',
    unitId: 'unit',
  };
  return (key) => {
    const name = names[key] ?? key;
    if (i18n.exists(`profile:${name}`)) return t(`profile:${name}`);
    return i18n.exists(`enterprises:${name}`) ? t(name) : key;
  };
}

/** A registered fact as people say it; `value` comes from the log and may be anything. */
export function FactValue(props: {
  readonly name: string;
  readonly value: unknown;
  /** What ids of parks and units are called, where it is known. */
  readonly called?: ReadonlyMap<string, string>;
}) {
  const { t, i18n } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const { name, value } = props;
  if (name === 'hazardousWaste') {
    return desk(value === true ? 'yes' : value === false ? 'no' : 'unknown');
  }
  if (name === 'wastewater' && value === null) return desk('unknown');
  if (isBlank(value)) return t('blank');
  const profile = profileText(name, value, currentLanguage(i18n));
  if (profile !== undefined) return profile;
  if (name === 'industries' && Array.isArray(value))
    return <Industries codes={value.map(String)} />;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (name === 'districtCode') return desk(`counties.${text}`, { defaultValue: text });
  if (name === 'wastewater' && text in WASTEWATER_ROUTES) {
    return WASTEWATER_ROUTES[text as WastewaterRoute][currentLanguage(i18n)];
  }
  return props.called?.get(text) ?? text;
}

function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

export function Industries({ codes }: { readonly codes: readonly string[] }) {
  const names = useIndustryNames(codes);
  return (
    <ul className="industries">
      {codes.map((code) => (
        <li key={code}>
          <span className="code">{code}</span> {names.get(code)}
        </li>
      ))}
    </ul>
  );
}
