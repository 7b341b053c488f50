import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';

const STEPS = ['scenario', 'name', 'links'] as const;

/** Where one is among the three steps of creating. */
export function Steps({ at }: { readonly at: (typeof STEPS)[number] }) {
  const t = useWords('lobby');
  const now = STEPS.indexOf(at);
  return (
    <ol className="lb-steps" aria-label={t('create.steps')}>
      {STEPS.map((step, i) => (
        <li key={step} aria-current={i === now ? 'step' : undefined} className={i < now ? 'done' : ''}>
          <span className="lb-step-mark" aria-hidden="true">
            {i < now ? <Icon name="check" size={12} /> : i + 1}
          </span>
          {t(`create.${step}`)}
        </li>
      ))}
    </ol>
  );
}
