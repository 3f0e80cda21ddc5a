/** An article of our own about an invented harbour, with a quote, an own-voice statement and an unsourced allegation. */
export const harbour = `Harbour of Tallowvale closed to foreign ships

"We closed the harbour for two days in March," said Ada Ferrel, the director of the port authority.

The new bridge over the Lind opened in 1987 and carries 4,000 cars a day. The harbour has eleven berths.

Investigations have uncovered that the port minister Oskar Brandt took bribes of two million crowns from the dredging company.

The ministry of transport said on Monday that the dredging contract was awarded after an open tender.
`;
