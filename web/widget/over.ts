// What stands below a chat that is over.
export { Closed } from './closed';
export { Ended } from './ended';
