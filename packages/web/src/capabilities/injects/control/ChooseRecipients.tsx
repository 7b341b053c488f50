import { AddressField } from '../../../kit/AddressField.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useWhom } from '../../../kit/control/useWhom.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useReach } from '../../../kit/useReach.ts';

/** An inject that names nobody: whoever is chosen here gets it, and nobody else. */
export function ChooseRecipients({ inject }: { inject: string }) {
  const { say } = useControl();
  const reach = useReach();
  const { draft, change, busy, error, run } = useForm<{ readonly to: readonly string[] }>(`control recipients ${inject}`, () => ({
    to: [],
  }));
  const { to } = draft;
  return (
    <ActForm
      title={say('detail.audience')}
      headed
      go={say('act.releaseNow')}
      submit={() => void run({ type: 'ReleaseInject', inject, to: [...to] })}
      missing={to.length === 0 ? say('write.needTo') : undefined}
      told={say('write.told', { who: reach(to) })}
      busy={busy}
      error={error}
    >
      <p className="ct-small late">{say('detail.nobodyNamed')}</p>
      <AddressField
        title={say('write.to')}
        hint={say('write.addRecipient')}
        groups={useWhom({ wide: true })}
        to={to}
        change={(next) => change({ to: next })}
      />
    </ActForm>
  );
}
