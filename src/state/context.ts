import { createContext } from 'svelte';
import type { Explorer } from './explorer.svelte';
import type { Preferences } from './preferences.svelte';

/** The explorer of the components below; the getter throws where none was set. */
export const [getExplorer, setExplorer] = createContext<Explorer>();

export const [getPreferences, setPreferences] = createContext<Preferences>();
