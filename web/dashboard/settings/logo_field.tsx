import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button';
import { words as dashboard } from '../../words/dashboard';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';

const { look: words, saving: refusals } = dashboard.settings;

/** The server takes no more. */
const logoBytes_max = 64 * 1024;
const types = 'image/png,image/jpeg,image/gif,image/webp';

/** Null: there is none. */
interface Logo {
  logo: string | null;
}

export function useLogo(site: string) {
  const path = `sites/${site}/logo`;
  const { body, put } = useLoaded<Logo>(path);
  const saving = useSaving();
  const send = async (to: string, what: unknown) => {
    const done = await saving.post<Logo>(to, what);
    if (done) put(done.body);
  };
  return {
    address: body?.logo ?? null,
    saving,
    bring: (file: File) => (file.size > logoBytes_max ? saving.wrong(refusals.logoTooLarge) : void send(path, file)),
    remove: () => void send(`${path}/remove`, {}),
  };
}

/** The picture of a site; chosen or removed at once, without waiting for the rest of the form. */
export function LogoField({ logo }: { logo: ReturnType<typeof useLogo> }) {
  const { address, saving, bring, remove } = logo;
  const file = useRef<HTMLInputElement>(null);
  return (
    <fieldset class="field look-logo-field">
      <legend>{words.logo}</legend>
      <div class="look-logo">
        {address && <img src={address} alt="" />}
        <Button label={address ? words.changeLogo : words.addLogo} onPress={() => file.current?.click()} />
        {address && <Button label={words.removeLogo} tone="quiet" onPress={remove} />}
        <input
          ref={file}
          type="file"
          accept={types}
          aria-label={words.logoFile}
          hidden
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (chosen) bring(chosen);
          }}
        />
      </div>
      <span class="field-hint">{words.logoHint}</span>
      <span class="field-fault" role="alert">
        {saving.unsaved?.text}
      </span>
    </fieldset>
  );
}
