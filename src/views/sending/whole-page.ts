import { isStandalonePage } from '../../engine/exporting/standalone-page';

const PAGE = 'standalone.html';

/** The page that holds all of the app, from beside this one. Rejects with an Error for people. */
export async function wholePage(): Promise<string> {
  const missing = `The app in one file ("${PAGE}") did not come`;
  let response: Response;
  try {
    response = await fetch(PAGE, { credentials: 'same-origin', mode: 'same-origin' });
  } catch (cause) {
    throw new Error(`${missing}; connect to the network, then try again`, { cause });
  }
  const page = response.ok ? await response.text() : '';
  if (!isStandalonePage(page))
    throw new Error(`${missing}: this site lacks it; put it beside the page, as it was built`);
  return page;
}
