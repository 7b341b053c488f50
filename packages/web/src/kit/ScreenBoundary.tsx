import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { Icon } from './icons.tsx';
import { Marked } from './Marking.tsx';

/** Around every screen: if one breaks, or a part of it cannot be loaded, it says so and offers to load it anew, instead of standing white. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useWords('kit');
  return (
    <Marked title="">
      <main className="empty error" role="alert">
        <h1 className="row strong read">
          <Icon name="warning" />
          {t('broken.title')}
        </h1>
        <p>{t('broken.text')}</p>
        <Button kind="main" onClick={() => location.reload()}>
          {t('broken.reload')}
        </Button>
      </main>
    </Marked>
  );
}
