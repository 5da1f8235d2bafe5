import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly 'data-access-key'?: string;
  /** `primary` is what Enter does; `danger` destroys something; `quiet` has no frame, for icons. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet';
}

/** A push button. */
export function Button({ variant = 'plain', children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[variant] ?? ''}`}>
      {children}
    </AriaButton>
  );
}
