import type { IndustryList } from '@ludao/contracts';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

export interface Activity {
  readonly kind: 'industry' | 'work';
  readonly key: string;
  readonly name: string;
}

interface Offer extends Activity {
  readonly alias: string | null;
}

const PAUSE_MS = 180;

/** Search by word, pinyin or code; several may be chosen. A combobox that a keyboard can work. */
export function ActivityPicker(props: {
  readonly chosen: readonly Activity[];
  readonly missing: boolean;
  readonly onChange: (next: readonly Activity[]) => void;
}) {
  const { t } = useTranslation('screening');
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { offers, state } = useOffers(query);
  const open = query.trim() !== '' && state !== 'idle';

  function take(offer: Offer | undefined): void {
    if (!offer) return;
    const known = props.chosen.some(({ kind, key }) => kind === offer.kind && key === offer.key);
    if (!known) props.onChange([...props.chosen, offer]);
    setQuery('');
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, offers.length - 1));
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0));
    else if (event.key === 'Enter') take(offers[active]);
    else if (event.key === 'Escape') setQuery('');
    else return;
    event.preventDefault();
  }

  return (
    <div className="picker">
      <label htmlFor="activity-search" id="activity-label" className="question">
        {t('picker.label')}
      </label>
      <p className="hint" id="activity-hint">
        {t('picker.hint')}
      </p>
      <input
        id="activity-search"
        type="search"
        role="combobox"
        autoComplete="off"
        maxLength={60}
        placeholder={t('picker.placeholder')}
        aria-expanded={open}
        aria-controls={listId}
        aria-describedby={props.missing ? 'activity-hint activity-missing' : 'activity-hint'}
        aria-invalid={props.missing}
        aria-activedescendant={open && offers[active] ? `${listId}-${active}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {props.missing && (
        <p className="problem" id="activity-missing" role="alert">
          {t('picker.missing')}
        </p>
      )}
      <div
        className="offers"
        id={listId}
        role="listbox"
        aria-label={t('picker.results')}
        hidden={!open || offers.length === 0}
      >
        {offers.map((offer, index) => (
          // The keyboard works from the field above, by aria-activedescendant.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={`${offer.kind} ${offer.key}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
          >
            <span className="offer-name">{offer.name}</span>
            <span className="offer-code">
              {offer.kind === 'work' ? t('picker.work') : offer.key}
              {offer.alias ? ` · ${t('picker.byAlias', { alias: offer.alias })}` : ''}
            </span>
          </div>
        ))}
      </div>
      <p className="hint" role="status">
        {open && state === 'done' && offers.length === 0 ? t('picker.none', { query }) : ''}
        {open && state === 'failed' ? t('picker.failed') : ''}
      </p>
      {props.chosen.length > 0 && (
        <ul className="chips" aria-label={t('picker.chosen')}>
          {props.chosen.map((activity) => (
            <li key={`${activity.kind} ${activity.key}`}>
              <span>
                {activity.name}
                {activity.kind === 'industry' && <small> {activity.key}</small>}
              </span>
              <button
                type="button"
                aria-label={t('picker.remove', { name: activity.name })}
                onClick={() => props.onChange(props.chosen.filter((other) => other !== activity))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type SearchState = 'idle' | 'busy' | 'done' | 'failed';

interface Search {
  readonly asked: string;
  readonly found: IndustryList | null;
}

/** Searches a moment after the last key; an answer to an older question is dropped. */
function useOffers(query: string): { offers: readonly Offer[]; state: SearchState } {
  const { i18n } = useTranslation();
  const language = currentLanguage(i18n);
  const [search, setSearch] = useState<Search | null>(null);
  const asked = query.trim();
  useEffect(() => {
    if (asked === '') return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchIndustries(asked, stop.signal).then(
        (found) => setSearch({ asked, found }),
        () => stop.signal.aborted || setSearch({ asked, found: null }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  if (asked === '') return { offers: [], state: 'idle' };
  const current = search?.asked === asked;
  const industries = (search?.found?.industries ?? []).map(({ code, name, alias }): Offer => ({
    kind: 'industry',
    key: code,
    name,
    alias,
  }));
  const works = (search?.found?.works ?? []).map(({ id, label }): Offer => ({
    kind: 'work',
    key: id,
    name: label[language],
    alias: null,
  }));
  const state = !current ? 'busy' : search.found ? 'done' : 'failed';
  return { offers: [...works, ...industries], state };
}

async function fetchIndustries(asked: string, signal: AbortSignal): Promise<IndustryList> {
  const response = await fetch(`/api/industries?limit=8&q=${encodeURIComponent(asked)}`, {
    signal,
  });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as IndustryList;
}
