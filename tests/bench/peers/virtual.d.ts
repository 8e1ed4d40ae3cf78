/** The peer that a page is built for. */
declare module 'virtual:drawing' {
  import type { DrawingPeer } from './peer';
  export const peer: DrawingPeer;
}
declare module 'virtual:searching' {
  import type { SearchingPeer } from './peer';
  export const peer: SearchingPeer;
}
declare module 'virtual:filtering' {
  import type { FilteringPeer } from './peer';
  export const peer: FilteringPeer;
}
