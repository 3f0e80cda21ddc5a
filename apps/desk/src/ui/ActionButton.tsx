import { useId } from 'react';
import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { type Permission } from '@proofdesk/permissions';
import { ariaKeys, type KeyId } from './keys/keymap.js';
import { KeyHint } from './keys/KeyHint.js';

interface Props extends ButtonProps {
  readonly permission?: Permission;
  /** A further reason why not now, where the permission table says yes. */
  readonly notYet?: string | undefined;
  readonly keyId?: KeyId;
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly form?: string;
}

/** A button that says why it cannot be used: it keeps its place and its focus, and the reason is its description. */
export function ActionButton({ permission, notYet, keyId, onClick, children, ...rest }: Props) {
  const reasonId = useId();
  const reason = permission && !permission.ok ? permission.reason : notYet;
  const isOff = reason !== undefined;
  const button = (
    <Button
      type="button"
      {...rest}
      {...(isOff ? { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': reasonId } : {})}
      {...(keyId ? { 'aria-keyshortcuts': ariaKeys(keyId) } : {})}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.();
      }}
      rightSection={keyId ? <KeyHint id={keyId} /> : rest.rightSection}
    >
      {children}
    </Button>
  );
  if (!isOff) return button;
  return (
    <>
      <Tooltip label={reason}>{button}</Tooltip>
      <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>
    </>
  );
}
