import { useWords } from '../i18n/words.ts';
import { Chip } from './Chip.tsx';

/** What a message is for, as a chip. */
export function PurposeChip({ purpose }: { readonly purpose: string }) {
  const kit = useWords('kit');
  const tone = purpose === 'agree' ? 'met' : 'plain';
  return (
    <Chip tone={tone} icon={purpose === 'agree' ? 'check' : purpose === 'decline' ? 'cross' : undefined}>
      {kit(`purpose.${purpose}`)}
    </Chip>
  );
}
