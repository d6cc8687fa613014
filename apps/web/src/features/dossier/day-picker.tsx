import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The date in China. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** Turns the file to another day once a whole date is there; a day to come is not offered. */
export function DayPicker(props: { readonly day: string; readonly onDay: (day?: string) => void }) {
  const { t } = useTranslation('dossier');
  const [typed, setTyped] = useState(props.day);
  const [shown, setShown] = useState(props.day);
  // Another day was chosen elsewhere: by the button for today, or by going back.
  if (shown !== props.day) {
    setShown(props.day);
    setTyped(props.day);
  }
  const last = today();
  const turn = (day: string) => {
    setTyped(day);
    const isWhole = /^(19|20)\d\d-\d\d-\d\d$/.test(day);
    if (isWhole && day <= last && day !== props.day) props.onDay(day === last ? undefined : day);
  };
  return (
    <Input
      className="day-picker screen-only"
      type="date"
      aria-label={t('asOf')}
      max={last}
      value={typed}
      onChange={(event) => turn(event.target.value)}
    />
  );
}
