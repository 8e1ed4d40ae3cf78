/** How one key of a link is read. */
export interface LinkRule {
  readonly key: string;
  /** Several pairs with this key stand side by side; of any other key the last one counts. */
  readonly repeats: boolean;
  /** `~` before the key switches the clause off. */
  readonly mutes: boolean;
}

/** Every key that a link knows, in the order in which links are written. What each means: link-keys.ts. */
export const LINK_RULES = [
  { key: 'v', repeats: false, mutes: false },
  { key: 'data', repeats: false, mutes: false },
  { key: 'pack', repeats: false, mutes: false },
  { key: 'q', repeats: false, mutes: true },
  { key: 'actor', repeats: true, mutes: true },
  { key: 'topic', repeats: true, mutes: true },
  { key: 'type', repeats: true, mutes: true },
  { key: 'status', repeats: true, mutes: true },
  { key: 'confidence', repeats: true, mutes: true },
  { key: 'place', repeats: true, mutes: true },
  { key: 'publisher', repeats: true, mutes: true },
  { key: 'dating', repeats: true, mutes: true },
  { key: 'from', repeats: false, mutes: true },
  { key: 'to', repeats: false, mutes: true },
  { key: 'range', repeats: false, mutes: false },
  { key: 'check', repeats: false, mutes: true },
  { key: 'all', repeats: true, mutes: false },
  { key: 'members', repeats: true, mutes: false },
  { key: 'lanes', repeats: false, mutes: false },
  { key: 'sort', repeats: false, mutes: false },
  { key: 'window', repeats: false, mutes: false },
  { key: 'event', repeats: false, mutes: false },
] as const satisfies readonly LinkRule[];

export type LinkKeyName = (typeof LINK_RULES)[number]['key'];
