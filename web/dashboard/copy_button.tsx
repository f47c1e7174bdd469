import { useState } from 'preact/hooks';
import { Button } from '../ui/button';

const said_ms = 2_000;

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'Copied' : 'Select it and copy it by hand');
    setTimeout(() => setSaid(null), said_ms);
  };
  return (
    <>
      <Button label={label} icon={said === 'Copied' ? 'check' : 'copy'} bare tone="quiet" onPress={copy} />
      <span class="heard" role="status">
        {said}
      </span>
    </>
  );
}
