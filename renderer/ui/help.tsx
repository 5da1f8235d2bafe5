import { Text } from 'react-aria-components';
import styles from './help.module.css';

/** What a control does, read out with it and not shown. Belongs inside a field of react-aria-components. */
export function Help({ children }: { readonly children: string | undefined }) {
  return (
    <Text slot="description" className={styles.hidden ?? ''}>
      {children}
    </Text>
  );
}
