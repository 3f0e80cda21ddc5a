import { type TextPositionSelector, type TextQuoteSelector } from '@proofdesk/text';
import { type Sourcing } from './record.js';

/** An assertion as it is labelled now, and its published verdict where there is one. */
export interface AnnotatedAssertion {
  /** IRI of the assertion. */
  readonly id: string;
  /** IRI of the revision that holds the words. */
  readonly revision: string;
  readonly created: string;
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  readonly sourcing: Sourcing;
  readonly verdict: { readonly label: string; readonly url: string } | null;
}

interface Body {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/plain';
  readonly purpose: 'classifying' | 'assessing';
}

/** W3C Web Annotation Data Model. */
export interface WebAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'classifying' | 'assessing';
  readonly created: string;
  readonly body: readonly (Body | string)[];
  readonly target: {
    readonly type: 'SpecificResource';
    readonly source: string;
    readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
  };
}

const body = (value: string, purpose: Body['purpose']): Body => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
});

/**
 * One assertion as an annotation on its revision: the quote and the position both, so that a reader who has only one
 * of the two can still find the words (WADM §4.2). A verdict makes it an assessment that links to the public page.
 */
export function annotateAssertion(assertion: AnnotatedAssertion): WebAnnotation {
  const { verdict } = assertion;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: assertion.id,
    type: 'Annotation',
    motivation: verdict === null ? 'classifying' : 'assessing',
    created: assertion.created,
    body: [
      body(assertion.sourcing, 'classifying'),
      ...(verdict === null ? [] : [body(verdict.label, 'assessing'), verdict.url]),
    ],
    target: {
      type: 'SpecificResource',
      source: assertion.revision,
      selector: [assertion.quote, assertion.position],
    },
  };
}
