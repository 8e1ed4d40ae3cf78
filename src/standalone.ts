import { takeView } from './state/carried';

// Before the app reads its address.
takeView();
void import('./main');
