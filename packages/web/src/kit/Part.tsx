import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
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
 * load the page anew, since a browser remembers for as long as a page lives what of it could not be loaded; the rest of the
 * screen stays, and drafts are kept. `folders`: whose words it says that no screen has from the start.
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>, ...folders: readonly string[]): ComponentType<P> {
  // Once it is here it is shown without a wait: nothing flashes, and whoever opens it can bring it into sight.
  let here: ComponentType<P> | undefined;
  const come = async (): Promise<ComponentType<P>> => {
    const [brought] = await Promise.all([load(), learn(...folders)]);
    here = brought;
    return brought;
  };
  const Loaded = lazy(async () => ({ default: await come() }));
  atRest(come);
  return function Part(props: P) {
    // Chosen once: another component in its place would be a new form.
    const [Shown] = useState(() => here ?? Loaded);
    return (
      <PartBoundary>
        <Suspense fallback={<div aria-busy="true" />}>
          <Shown {...props} />
        </Suspense>
      </PartBoundary>
    );
  };
}

/** How long a page is left alone before its parts are fetched, ms. */
const REST_MS = 3_000;

/** Not a fault if it fails: whoever opens it is told. A part of a part comes as soon as that has come; without a network none is asked for. */
function atRest(load: () => Promise<unknown>): void {
  if (typeof window === 'undefined') return;
  const fetchNow = () => void load().catch(() => {});
  window.setTimeout(
    () => (navigator.onLine ? fetchNow() : window.addEventListener('online', fetchNow, { once: true })),
    Math.max(0, REST_MS - performance.now()),
  );
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
