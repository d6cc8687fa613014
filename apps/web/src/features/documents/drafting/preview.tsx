import { compose, emptyFields, remediesOf, titleOf, type DocumentKind } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Paper } from '../paper.tsx';
import { officesQuery } from '../queries.ts';
import type { Fields } from './fields.ts';

/** The paper as it will be printed, as the fields stand now. */
export function Preview(props: {
  readonly template: DocumentKind;
  readonly fields: Fields;
  readonly addressee: string;
  /** By its id or by its name; undefined as long as it is not chosen. */
  readonly office: string | undefined;
}) {
  const { t } = useTranslation('documents');
  const { data } = useQuery(officesQuery);
  const { template, addressee } = props;
  const fields = { ...props.fields, ...blanksOf(template, props.fields) };
  const office = data?.offices.find(({ id, name }) => [id, name].includes(props.office ?? ''));
  const paper = {
    issuer: office?.issuer ?? '',
    number: null,
    title: titleOf(template, fields),
    addressee,
    body: [...compose(template, fields)],
    remedies: office ? remediesOf(template, office) : [],
    day: null,
    contact: office?.contact ?? '',
  };
  return (
    // It scrolls by itself beside a long form, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="gongwen-desk" aria-labelledby="preview" tabIndex={0}>
      <h2 id="preview">{t('form.preview')}</h2>
      <p className="fine">{t('form.previewHint')}</p>
      <Paper paper={paper} watermark={t('paper.draft')} />
    </section>
  );
}

/** What is still to be filled in, by its name in the place where it will stand. */
function blanksOf(template: DocumentKind, fields: Fields): Fields {
  const empty = emptyFields(template, fields);
  return Object.fromEntries(
    template.fields
      .filter(({ key }) => empty.includes(key))
      .map(({ key, name }) => [key, `［${name.zh}］`]),
  );
}
