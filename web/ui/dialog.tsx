import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { common } from '../words/common';
import { Button } from './button';
import './dialog.css';

interface DialogProps {
  class: string;
  /** The ids of the elements that name and describe it. */
  labelledBy: string;
  describedBy?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** Stands before everything else. The browser keeps the focus within, and gives it back. */
export function Dialog({ class: kind, labelledBy, describedBy, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard it is Escape that leaves it
    <dialog
      ref={element}
      class={`dialog ${kind}`}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}
    >
      {/* A press beside this is beside the dialog. */}
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}

interface DialogHeadProps {
  /** The id by which the dialog is labelled. */
  id: string;
  title: string;
  onClose: () => void;
}

/** What it is, which is heard first, and the way out. */
export function DialogHead({ id, title, onClose }: DialogHeadProps) {
  return (
    <header class="dialog-head">
      <h2 id={id} tabIndex={-1} autofocus>
        {title}
      </h2>
      <Button label={common.close} tone="quiet" icon="x" bare onPress={onClose} />
    </header>
  );
}
