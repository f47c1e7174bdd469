import { words as dashboard } from '../../words/dashboard';
import { NoList, SettingHead } from './parts';
import { usePolicy } from './policy';
import { PolicyForm } from './policy_form';

const words = dashboard.settings.policies;

export function PoliciesSettings() {
  const policy = usePolicy();
  return (
    <>
      <SettingHead title={words.title} lead={words.lead} />
      {policy.stored === null ? (
        <NoList failed={policy.failed} again={policy.again} />
      ) : (
        <PolicyForm key={policy.stored.version} stored={policy.stored} saving={policy.saving} save={policy.save} />
      )}
    </>
  );
}
