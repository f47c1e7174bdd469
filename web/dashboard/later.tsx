import { Button } from '../ui/button';
import './later.css';

/** Instead of a page that is still on its way. */
export function Later({ state }: { state: 'loading' | 'failed' }) {
  return (
    <main class="later">
      {state === 'failed' && (
        <>
          <p>This page could not be loaded.</p>
          <Button label="Try again" onPress={() => location.reload()} />
        </>
      )}
    </main>
  );
}
