import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import './later.css';

/** A page whose code is fetched when somebody opens it. */
export function later(load: () => Promise<{ default: ComponentType }>): ComponentType {
  return () => {
    const [Page, setPage] = useState<ComponentType | null>(null);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      load().then(
        (loaded) => setPage(() => loaded.default),
        () => setFailed(true),
      );
    }, []);
    if (Page) return <Page />;
    return (
      <main class="later">
        {failed && (
          <>
            <p role="alert">This page did not load. It has to wait for the connection.</p>
            <Button label="Try again" onPress={() => location.reload()} />
          </>
        )}
      </main>
    );
  };
}
