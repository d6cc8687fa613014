import { createLink, type LinkComponent } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'type'> {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly icon?: IconName;
  readonly primary?: boolean;
}

function AsButton({ icon, primary, ...anchor }: Props) {
  return (
    <Button
      // The attributes of a link, which Ant Design's types would not let be undefined.
      {...(anchor as ButtonProps)}
      type={primary ? 'primary' : 'default'}
      {...(icon && { icon: <Icon name={icon} /> })}
    />
  );
}

const Linked = createLink(AsButton);

/** A way to another page that looks like a button. */
export const LinkButton: LinkComponent<typeof AsButton> = (props) => <Linked {...props} />;
