import { Button } from '../ui/button';
import { words } from '../words/dashboard';
import './later.css';

const { notLoaded, shared } = words.app;

/** Instead of a page that is still on its way. */
export function Later({ state }: { state: 'loading' | 'failed' }) {
  return (
    <main class="later">
      {state === 'failed' && (
        <>
          <p>{notLoaded}</p>
          <Button label={shared.tryAgain} onPress={() => location.reload()} />
        </>
      )}
    </main>
  );
}
