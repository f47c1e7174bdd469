import { type ComponentType, h, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is fetched when it is first drawn. Until then, and where it cannot be had, `instead` is drawn. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead: (state: 'loading' | 'failed') => JSX.Element | null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazily(props: Props) {
    const [state, setState] = useState<'loading' | 'failed' | 'there'>(loaded ? 'there' : 'loading');
    useEffect(() => {
      if (loaded) return;
      load().then(
        (component) => {
          loaded = component;
          setState('there');
        },
        () => setState('failed'),
      );
    }, []);
    if (state === 'there' && loaded) return h(loaded, props);
    return instead(state === 'failed' ? 'failed' : 'loading');
  };
}
