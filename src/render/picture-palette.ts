import { CATEGORIES } from './categories';
import type { Palette } from './palette';

/**
 * The colours of a picture that leaves the page: those of app.css, whatever theme the page has at the moment.
 * tests/render/picture.test.ts holds the two equal.
 */
export const PICTURE_PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    ground: '#ffffff',
    ink: '#1c1b19',
    ink2: '#5b5852',
    ink3: '#6d6a61',
    line: '#e4e0d8',
    line2: '#efece5',
    accent: '#b3402a',
    accentInk: '#8f2f1c',
    neutral: '#8b877e',
    slots: CATEGORIES.light,
  },
  dark: {
    ground: '#1e1d1a',
    ink: '#eceae4',
    ink2: '#b5b1a7',
    ink3: '#96928a',
    line: '#35322d',
    line2: '#2a2824',
    accent: '#f08a6c',
    accentInk: '#f5a48c',
    neutral: '#8f8b82',
    slots: CATEGORIES.dark,
  },
};

/** For paper: everything in ink, so that nothing is told by colour. */
export const PRINT_PALETTE: Palette = {
  ground: '#ffffff',
  ink: '#000000',
  ink2: '#000000',
  ink3: '#333333',
  line: '#999999',
  line2: '#cccccc',
  accent: '#000000',
  accentInk: '#000000',
  neutral: '#444444',
  slots: [],
};
