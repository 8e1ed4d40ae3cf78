/**
 * The eight category colours, in the order of their slots, for light and for dark ground: at least 3:1 on it, and at
 * least 15 apart (CIEDE2000) to normal, protan, deutan and tritan eyes, also from the accent. A slot has about the same
 * hue in both. app.css holds them as --slot-0 to --slot-7; tests/render/palette.test.ts holds the two equal.
 */
export const CATEGORIES = {
  light: ['#0e65ba', '#ba7b30', '#409d7a', '#512f64', '#5d5d1f', '#858cc8', '#6e283b', '#8b6d86'],
  dark: ['#5895ec', '#eaaa5e', '#76d9b2', '#7f5ba1', '#838526', '#bfc9fe', '#b4566c', '#b69ab1'],
} as const;
