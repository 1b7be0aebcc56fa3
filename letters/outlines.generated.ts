// Made from letters/templates; do not edit.
import type { TemplateOutline } from './held-against.ts';

/** What the templates of this repository are for and say. */
export const ownOutlines: readonly TemplateOutline[] = [
  {
    "source": "elements.follow-up-letter.hbs",
    "paper": "elements.follow-up-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "that the child’s attendance will be formally monitored",
        "at": {
          "line": 10,
          "column": 1
        }
      },
      {
        "text": "that absence may not be authorised without medical evidence",
        "at": {
          "line": 34,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "elements.initial-letter.hbs",
    "paper": "elements.initial-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "that there is a concern",
        "at": {
          "line": 10,
          "column": 1
        }
      },
      {
        "text": "an invitation to contact school if there is a problem",
        "at": {
          "line": 19,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "elements.notice-to-improve.hbs",
    "paper": "elements.notice-to-improve",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "details of the pupil’s attendance record and of the offences",
        "at": {
          "line": 15,
          "column": 1
        }
      },
      {
        "text": "the benefits of regular attendance and the duty under section 7 of the Education Act 1996",
        "at": {
          "line": 31,
          "column": 1
        }
      },
      {
        "text": "details of the support provided so far",
        "at": {
          "line": 41,
          "column": 1
        }
      },
      {
        "text": "opportunities for further support",
        "at": {
          "line": 49,
          "column": 1
        }
      },
      {
        "text": "a clear warning, with what sufficient improvement looks like",
        "at": {
          "line": 58,
          "column": 1
        }
      },
      {
        "text": "a clear timeframe for the improvement period",
        "at": {
          "line": 68,
          "column": 1
        }
      },
      {
        "text": "the grounds for a penalty notice before the end of the improvement period",
        "at": {
          "line": 72,
          "column": 1
        }
      }
    ]
  },
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
    "source": "stockport.eso-notice.hbs",
    "paper": "stockport.eso-notice",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": []
  },
  {
    "source": "stockport.la-contract.hbs",
    "paper": "stockport.la-contract",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "requirements for parents to comply with",
        "at": {
          "line": 18,
          "column": 1
        }
      },
      {
        "text": "statement of school or LA agreeing to provide support",
        "at": {
          "line": 24,
          "column": 1
        }
      },
      {
        "text": "statement by the parents that they agree, for the time period specified",
        "at": {
          "line": 30,
          "column": 1
        }
      },
      {
        "text": "plan of action",
        "at": {
          "line": 38,
          "column": 1
        }
      },
      {
        "text": "additional support",
        "at": {
          "line": 44,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "stockport.notice-to-improve.hbs",
    "paper": "stockport.notice-to-improve",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "any unauthorised absence in the next 15 school days brings an Education Penalty Notice",
        "at": {
          "line": 17,
          "column": 1
        }
      },
      {
        "text": "sources of support in improving attendance",
        "at": {
          "line": 27,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "stockport.stage-1-letter.hbs",
    "paper": "stockport.stage-1-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "the attendance issues",
        "at": {
          "line": 10,
          "column": 1
        }
      },
      {
        "text": "the support that has been offered and put in place",
        "at": {
          "line": 20,
          "column": 1
        }
      }
    ]
  },
  {
    "source": "stockport.stage-2-letter.hbs",
    "paper": "stockport.stage-2-letter",
    "at": {
      "line": 2,
      "column": 1
    },
    "includes": [
      {
        "text": "an invitation to a meeting with the Attendance Outreach Officer and the Head of Year",
        "at": {
          "line": 15,
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
