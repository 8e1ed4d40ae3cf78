import { scatter } from './echarts-scatter';

export const peer = scatter({ progressive: 0 });
