import './EmergencyButton.css';
import { InputBase } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/**
 * Real emergency (NO DUFF), always in reach, with one confirming step.
 * Only that there is one goes to everybody; the words go to control: free text to all would be a leak.
 */
export function EmergencyButton({ raise, raised }: { readonly raise: (text: string) => Promise<unknown>; readonly raised: boolean }) {
  const t = useWords('kit');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await raise(text.trim());
    setBusy(false);
    setOpen(false);
    setText('');
  };
  return (
    <>
      <Button kind="danger" icon="warning" size="small" disabled={raised} onClick={() => setOpen(true)} className="emergency-button">
        <span>{t('emergency.button')}</span>
      </Button>
      <Dialog open={open} close={() => setOpen(false)} title={t('emergency.title')}>
        <div className="stack">
          <p className="read">{t('emergency.explain')}</p>
          <InputBase
            component="textarea"
            multiline
            label={t('emergency.textLabel')}
            description={t('emergency.textHelp')}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <div className="row wrap">
            <Button className="emergency-confirm" icon="warning" busy={busy} onClick={confirm}>
              {t('emergency.confirm')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
