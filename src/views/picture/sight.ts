/** How much of the timeline is in sight, in CSS px. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
}

const USUAL: Sight = { width: 1200, height: 480, scrollTop: 0 };

/** The timeline as it stands on this page; a usual size where there is none, or none to speak of. */
export function timelineSight(): Sight {
  const element = document.querySelector('[aria-roledescription="timeline"]');
  if (element === null || element.clientWidth < 40 || element.clientHeight < 40) return USUAL;
  const { clientWidth, clientHeight, scrollTop } = element;
  return { width: clientWidth, height: clientHeight, scrollTop };
}
