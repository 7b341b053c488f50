import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/noto-sans-kr/wght.css';
import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
import './mantine.css';
import { createTheme, MantineProvider, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePreferences } from '../i18n/preferences.ts';

const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 4,
  fontFamily: 'var(--font)',
  respectReducedMotion: true,
  components: {
    // `lockScroll` and transitions would write style elements, which the page's policy forbids.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 } } }),
  },
});

/** The ground of every screen: theme, fonts, language. Put once, around everything. */
export function Kit({ children }: { readonly children: ReactNode }) {
  const { theme: scheme } = usePreferences();
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
