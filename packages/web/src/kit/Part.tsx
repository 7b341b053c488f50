import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { learn, useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';

/**
 * A screen, the words that it says and what capabilities give to it (`parts`), loaded when it is opened: a player's phone
 * need not fetch control.
 */
export function screen<P>(
  folders: readonly string[],
  load: () => Promise<ComponentType<{ readonly parts: P }>>,
  parts?: () => Promise<P>,
): ComponentType {
  return lazy(async () => {
    const [Screen, given] = await Promise.all([load(), parts?.(), learn(...folders)]);
    return { default: () => <Screen parts={given as P} /> };
  });
}

/**
 * A part of a screen that is not there from the start, such as a form. It is fetched once the screen is at rest, so that it
 * opens at once and without a network. If it is gone (the server was updated meanwhile), its place says so and offers to
 * load the page anew; the rest of the screen stays, and drafts are kept. `folders`: whose words it says that no screen has from the start.
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>, ...folders: readonly string[]): ComponentType<P> {
  const come = async (): Promise<ComponentType<P>> => (await Promise.all([load(), learn(...folders)]))[0];
  const Loaded = lazy(async () => ({ default: await come() }));
  atRest(come);
  return (props) => (
    <PartBoundary>
      <Suspense fallback={<div aria-busy="true" />}>
        <Loaded {...props} />
      </Suspense>
    </PartBoundary>
  );
}

/** How long a screen is left alone before its parts are fetched, ms. */
const REST_MS = 3_000;

/** Not a fault if it fails: it is asked for again when it is opened. */
function atRest(load: () => Promise<unknown>): void {
  if (typeof window !== 'undefined') window.setTimeout(() => void load().catch(() => {}), REST_MS);
}

class PartBoundary extends Component<{ readonly children: ReactNode }, { readonly gone: boolean }> {
  override state = { gone: false };

  static getDerivedStateFromError(): { gone: boolean } {
    return { gone: true };
  }

  override render(): ReactNode {
    return this.state.gone ? <Gone /> : this.props.children;
  }
}

function Gone() {
  const t = useWords('kit');
  return (
    <div className="stack" role="alert">
      <p>{t('gone.text')}</p>
      <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
    </div>
  );
}
