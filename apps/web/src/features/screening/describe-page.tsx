import { Link } from '@tanstack/react-router';
import { problemText } from '@ludao/contracts/texts';
import { MAX_DESCRIPTION, recognise, type Lexicon, type Recognised } from '@ludao/rules';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { describeEn } from '../../i18n/en/describe.ts';
import { addTexts, currentLanguage } from '../../i18n/index.ts';
import { describeZh } from '../../i18n/zh-CN/describe.ts';
import { useScreener } from './law.ts';
import { useLexicon } from './lexicon.ts';
import { Loading } from './notices.tsx';
import { ProposalReview } from './proposal-review.tsx';

addTexts('describe', describeZh, describeEn);

/** Back from the questions finds the text again; it lives no longer than the page. */
let lastText = '';

/** The optional first page: a description in, proposals out, nothing decided. */
export function DescribePage() {
  const screener = useScreener(false);
  const lexicon = useLexicon(screener);
  const [found, setFound] = useState<Recognised | null>(null);
  if (!screener || !lexicon) return <Loading />;
  return (
    <section className="narrow">
      {found ? (
        <ProposalReview found={found} screener={screener} onRewrite={() => setFound(null)} />
      ) : (
        <DescriptionForm lexicon={lexicon} onFound={setFound} />
      )}
    </section>
  );
}

function DescriptionForm(props: {
  readonly lexicon: Lexicon;
  readonly onFound: (found: Recognised) => void;
}) {
  const { t, i18n } = useTranslation('describe');
  const language = currentLanguage(i18n);
  const [text, setText] = useState(lastText);
  const [problem, setProblem] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = recognise(text, props.lexicon);
    lastText = text;
    if (!('problems' in read) && read.proposals.length > 0) {
      props.onFound(read);
      return;
    }
    const [first] = 'problems' in read ? read.problems : [];
    setProblem(first ? problemText(first.code, first.params, language) : t('nothing'));
    field.current?.focus();
  }

  return (
    <form onSubmit={submit} noValidate>
      <h1 ref={heading} tabIndex={-1}>
        {t('title')}
      </h1>
      <p className="lead">{t('lead')}</p>
      <label htmlFor="description" className="question">
        {t('label')}
      </label>
      <p className="hint" id="description-hint">
        {t('example')}
      </p>
      {problem !== null && (
        <p className="problem" id="description-problem" role="alert">
          {problem}
        </p>
      )}
      <textarea
        id="description"
        ref={field}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={
          problem === null ? 'description-hint' : 'description-problem description-hint'
        }
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
      />
      <p className="hint">{t('count', { count: text.length, limit: MAX_DESCRIPTION })}</p>
      <p className="hint">{t('privacy')}</p>
      <div className="actions">
        <button type="submit" className="primary">
          {t('read')}
        </button>
        <Link to="/" className="button quiet">
          {t('skip')}
        </Link>
      </div>
    </form>
  );
}
