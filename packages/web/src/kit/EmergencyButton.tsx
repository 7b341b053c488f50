import './EmergencyButton.css';
import { useState } from 'react';
import { useDraft } from '../connection/drafts.ts';
import { useSeat } from '../connection/SeatProvider.tsx';
import { useAct } from '../connection/useAct.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ActForm } from './form/ActForm.tsx';
import { TextField } from './form/TextField.tsx';
import { Icon } from './icons.tsx';

const NOTHING = { text: '' };

/**
 * Real emergency (NO DUFF), always in reach, with one confirming step.
 * Only that there is one goes to everybody; the words go to control: free text to all would be a leak.
 */
export function EmergencyButton({ raised }: { readonly raised: boolean }) {
  const t = useWords('kit');
  const { door } = useSeat();
  const { run, busy, error } = useAct();
  const [open, setOpen] = useState(false);
  const [{ text }, write, forget] = useDraft(door, 'emergency', NOTHING);
  const confirm = async () => {
    // What could not be said stays, and so does the way to say it.
    if (!(await run({ type: 'RaiseEmergency', text: text.trim() })).ok) return;
    setOpen(false);
    forget();
  };
  return (
    <>
      <Button kind="danger" icon="warning" size="small" disabled={raised} onClick={() => setOpen(true)} className="emergency-button">
        <span>{t('emergency.button')}</span>
      </Button>
      <Dialog open={open} close={() => setOpen(false)} title={t('emergency.title')}>
        <ActForm
          title={t('emergency.title')}
          headed
          go={
            <>
              <Icon name="warning" /> {t('emergency.confirm')}
            </>
          }
          submit={confirm}
          busy={busy}
          error={error}
          cancel={() => setOpen(false)}
        >
          <p className="read">{t('emergency.explain')}</p>
          <TextField
            title={t('emergency.textLabel')}
            help={t('emergency.textHelp')}
            most={2000}
            value={text}
            change={(words) => write({ text: words })}
          />
        </ActForm>
      </Dialog>
    </>
  );
}
