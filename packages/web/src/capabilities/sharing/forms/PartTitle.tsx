import type { ItemCard, Text } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';

/** As a command takes it: absent if nothing is written, in every language if it is the whole’s. */
export function titleOf(card: ItemCard | undefined, written: string, text: (t: Text | undefined) => string): { title?: Text } {
  const title = written.trim();
  if (title === '') return {};
  return { title: card && title === text(card.title).trim() ? card.title : title };
}

/** The title of a part. Where its label is milder than the whole’s it must be given: the whole’s may say what is left out. */
export function PartTitle({
  card,
  needed,
  value,
  change,
}: {
  readonly card: ItemCard;
  readonly needed: boolean;
  readonly value: string;
  readonly change: (title: string) => void;
}) {
  const t = useWords('forms');
  const whole = useText()(card.title);
  return (
    <div className="stack">
      <TextField
        title={t(needed ? 'partTitle.needed' : 'partTitle.optional')}
        help={t(needed ? 'partTitle.neededHelp' : 'partTitle.optionalHelp', { title: whole })}
        rows={1}
        most={300}
        required={needed}
        value={value}
        change={change}
      />
      {needed && value === '' && (
        <div>
          <Button size="small" onClick={() => change(whole)}>
            {t('partTitle.same')}
          </Button>
        </div>
      )}
    </div>
  );
}
