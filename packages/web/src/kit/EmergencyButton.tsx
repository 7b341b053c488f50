import './EmergencyButton.css';
import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { part } from './Part.tsx';

const RaiseEmergency = part(async () => (await import('./RaiseEmergency.tsx')).RaiseEmergency);

/** Real emergency (NO DUFF), always in reach, with one confirming step. */
export function EmergencyButton({ raised }: { readonly raised: boolean }) {
  const t = useWords('kit');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="danger" icon="warning" size="small" disabled={raised} onClick={() => setOpen(true)} className="emergency-button">
        <span>{t('emergency.button')}</span>
      </Button>
      <Dialog open={open} close={close} title={t('emergency.title')}>
        <RaiseEmergency done={close} />
      </Dialog>
    </>
  );
}
