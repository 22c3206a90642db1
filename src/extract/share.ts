/** Of so many, so many right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}
