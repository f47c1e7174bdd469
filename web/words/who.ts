/** Of whom a sentence tells: perhaps of its reader. */
export interface Who {
  name: string;
  you: boolean;
}
