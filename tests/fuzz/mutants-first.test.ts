import { FORMATS } from './fixture-files';
import { testMutants } from './test-mutants';

testMutants(FORMATS.filter((_, at) => at % 2 === 0));
