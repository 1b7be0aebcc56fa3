/** A child of a family and their school, as far as the school knows. */
export interface FamilyMember {
  /** An opaque id. */
  readonly pupil: string;
  readonly school: string;
}
