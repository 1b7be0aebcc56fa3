// Made from letters/templates; do not edit.
import type { TemplateOutline } from './held-against.ts';

/** What the templates of this repository are for and say. */
export const ownOutlines: readonly TemplateOutline[] = [
  {
    "source": "widnes.formal-warning.hbs",
    "paper": "widnes.formal-warning",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "widnes.stage-1-letter.hbs",
    "paper": "widnes.stage-1-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "widnes.stage-2-letter.hbs",
    "paper": "widnes.stage-2-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "widnes.stage-3-letter.hbs",
    "paper": "widnes.stage-3-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  }
];
