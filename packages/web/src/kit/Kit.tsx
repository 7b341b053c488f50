import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/noto-sans-kr/wght.css';
import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
import './mantine.css';
import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePreferences } from '../i18n/preferences.ts';

const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 4,
  fontFamily: 'var(--font)',
  respectReducedMotion: true,
});

/** The ground of every screen: theme, fonts, language. Put once, around everything. */
export function Kit({ children }: { readonly children: ReactNode }) {
  const { theme: scheme } = usePreferences();
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} getStyleNonce={styleNonce} withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}

/** The nonce that the server gave this page; none in development. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
