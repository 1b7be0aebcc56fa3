import type { SampleSchool, SampleStaff } from './sample-school.ts';

/** `staff.yaml`: who may ask, and how each school signs its letters. */
export function writeStaff(
  staff: readonly SampleStaff[],
  schools: readonly Pick<SampleSchool, 'id' | 'name' | 'details'>[],
): string {
  const lines = [
    '# Who may ask, and about whom: no registration groups means the whole school.',
    'staff:',
    ...staff.flatMap(({ id, name, role, schools: seen, registrationGroups, slackUser }) => [
      `  - id: ${id}`,
      `    name: ${JSON.stringify(name)}`,
      `    role: ${role}`,
      `    schools: [${seen.join(', ')}]`,
      `    registrationGroups: [${registrationGroups.join(', ')}]`,
      `    slackUser: ${slackUser}`,
    ]),
    '# How each school signs its letters, and how a parent reaches it. The numbers are of ranges kept for fiction.',
    'schools:',
    ...schools.flatMap(({ id, name, details: { address, telephone, email, signatory, contact } }) => [
      `  - id: ${id}`,
      `    name: ${JSON.stringify(name)}`,
      `    address: [${address.join(', ')}]`,
      `    telephone: ${telephone}`,
      `    email: ${email}`,
      `    signatory: { role: ${signatory} }`,
      `    contact: { role: ${contact.role}, telephone: ${contact.telephone}, email: ${contact.email} }`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
