import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly 'data-access-key'?: string;
  /** `primary` is what Enter does; `danger` destroys something; `quiet` has no frame, for icons. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet';
}

/** A push button. */
export function Button({ variant = 'plain', autoFocus = false, children, ...props }: ButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isFirst] = useState(autoFocus);
  // React Aria's own autoFocus waits for a frame while the Enter that submitted a form is held down. By then a dialog
  // whose content has changed has given the focus to its first control.
  useEffect(() => {
    if (isFirst) ref.current?.focus();
  }, [isFirst]);
  return (
    <AriaButton {...props} ref={ref} className={`${styles.button} ${styles[variant] ?? ''}`}>
      {children}
    </AriaButton>
  );
}
