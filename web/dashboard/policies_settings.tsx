import { PolicyForm } from './policy_form';
import { usePolicy } from './policy_settings';
import { NoList, SettingHead } from './settings_parts';

const words = {
  title: 'Policies',
  lead: 'What the rules allow, and how long things take. Saving puts it in force at once, for everybody.',
};

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
