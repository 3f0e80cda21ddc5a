const names = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/\s*,\s*/)
      .map((name) => name.trim())
      .filter(Boolean),
  );

/** States and seats of power that stand for their governments when they speak ("Moscow condemned"). Lower case. */
export const POWERS = names(`
  afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, belarus, belgium, bolivia, bosnia, brazil, britain, bulgaria, cambodia, cameroon, canada, chad, chile, china,
  colombia, congo, croatia, cuba, cyprus, denmark, ecuador, egypt, england, eritrea, estonia, ethiopia, finland, france, georgia, germany, ghana, greece, guatemala, haiti, honduras, hungary, iceland, india, indonesia,
  iran, iraq, ireland, israel, italy, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, liberia, libya, lithuania, luxembourg, malaysia, mali, malta, mexico, moldova, mongolia,
  montenegro, morocco, mozambique, myanmar, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland, portugal,
  qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, singapore, slovakia, slovenia, somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan,
  tajikistan, tanzania, thailand, tunisia, turkey, turkmenistan, uganda, ukraine, united kingdom, united states, uruguay, uzbekistan, vatican, venezuela, vietnam, wales, yemen, zambia, zimbabwe, america, europe,
  u.s., us, uk, u.k., usa, uae, eu, nato, un, u.n.,
  moscow, kyiv, kiev, washington, london, paris, berlin, beijing, brussels, tehran, jerusalem, ankara, tokyo, seoul, pyongyang, delhi, new delhi, islamabad, riyadh, cairo, warsaw, madrid, rome, vienna, budapest, athens,
  ottawa, canberra, taipei, hanoi, jakarta, manila, bangkok, nairobi, pretoria, abuja, addis ababa, havana, caracas, brasilia, buenos aires, lisbon, dublin, stockholm, oslo, helsinki, copenhagen, bern, prague, bratislava,
  belgrade, sofia, bucharest, minsk, tbilisi, yerevan, baku, vilnius, riga, tallinn, kabul, baghdad, damascus, beirut, amman, doha, abu dhabi, westminster, holyrood, stormont, downing street, capitol hill,
  the kremlin, kremlin, white house, the white house, pentagon, the hague, wall street, the vatican, holy see
`);
