import { useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { words as dashboard } from '../../words/dashboard';

const words = dashboard.settings.shared;
const said_ms = 2_000;

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'copied' : 'notCopied');
    setTimeout(() => setSaid(null), said_ms);
  };
  return (
    <>
      <Button label={label} icon={said === 'copied' ? 'check' : 'copy'} bare tone="quiet" onPress={copy} />
      <span class="heard" role="status">
        {said && words[said]}
      </span>
    </>
  );
}
