// Made from letters/templates; do not edit.
import type { TemplateOutline } from './held-against.ts';

/** What the templates of this repository are for and say. */
export const ownOutlines: readonly TemplateOutline[] = [
  {
    "source": "halton.s1l1.hbs",
    "paper": "halton.s1l1",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "attendance issues",
        "at": {
          "line": 10,
          "column": 1
        }
      },
      {
        "text": "support offered and implemented",
        "at": {
          "line": 19,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "normanton-common.lateness-warning.hbs",
    "paper": "normanton-common.lateness-warning",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "that a Penalty Notice may be issued if persistent lateness after close of registration continues",
        "at": {
          "line": 21,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "upton.joint-parenting-contract.hbs",
    "paper": "upton.joint-parenting-contract",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "waterton.nearing-pa-letter.hbs",
    "paper": "waterton.nearing-pa-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "waterton.outcome-letter.hbs",
    "paper": "waterton.outcome-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "waterton.written-warning.hbs",
    "paper": "waterton.written-warning",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
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
