import { useTranslation } from 'react-i18next';
import { COUNTIES } from './law.ts';

/** The county decides which local rules hold; a code from elsewhere in a link is kept. */
export function CountySelect(props: {
  readonly value: string;
  readonly onChange: (county: string) => void;
}) {
  const { t } = useTranslation('screening');
  const known = (COUNTIES as readonly string[]).includes(props.value);
  return (
    <label className="field">
      <span className="question">{t('county.label')}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {COUNTIES.map((code) => (
          <option key={code} value={code}>
            {t(`county.${code}`)}
          </option>
        ))}
        {!known && <option value={props.value}>{props.value}</option>}
      </select>
    </label>
  );
}
