import { Component, type ComponentType, h } from 'preact';

/** Draws again only when one of its properties has become another: of a hundred rows, a click changes one. */
export function memo<Props extends object>(Drawn: ComponentType<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const names = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof Props>;
      return [...names].some((name) => (this.props as Props)[name] !== next[name]);
    }
    render() {
      return h(Drawn, this.props as Props);
    }
  };
}
