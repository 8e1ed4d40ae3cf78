import { scatter } from './echarts-scatter';

/** As it comes: of over 10,000 points it draws 5,000 at a time, over several frames. */
export const peer = scatter();
