import type { Component } from 'svelte';
import type { Findings } from '../../state/findings.svelte';

/** What dialogs are given; each takes what it needs. */
export interface DialogProps {
  readonly found: Findings;
  readonly onclose: () => void;
  /** Opens the report in place of this one. */
  readonly onreport: () => void;
}

export type DialogName = 'keys' | 'about' | 'share' | 'export' | 'open' | 'report';

/** Brings a dialog; rejects when it cannot be had. */
export const DIALOGS: Readonly<Record<DialogName, () => Promise<{ readonly default: Component<DialogProps> }>>> = {
  keys: () => import('./Keys.svelte'),
  about: () => import('./About.svelte'),
  share: () => import('./Share.svelte'),
  export: () => import('./Export.svelte'),
  open: () => import('../opening/Open.svelte'),
  report: () => import('./Report.svelte'),
};
