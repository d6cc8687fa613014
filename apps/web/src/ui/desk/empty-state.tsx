import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

export function EmptyState(props: {
  readonly title: string;
  readonly icon?: IconName;
  /** Where it is all that the page has. */
  readonly alone?: boolean;
  readonly children?: ReactNode;
}) {
  const Heading = props.alone ? 'h1' : 'h2';
  return (
    <div className="empty-state">
      <span className="empty-mark">
        <Icon name={props.icon ?? 'empty'} size={30} />
      </span>
      <Heading>{props.title}</Heading>
      {props.children}
    </div>
  );
}
