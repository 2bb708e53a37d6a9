/**
 * The model card of a bundle. One typed record, {@link org.strnet.study.card.AppliedModelCard}, is
 * made from the bundle's manifest and, where there is one, an evaluation; it is written as JSON,
 * Markdown, HTML and as XML in the structure of CHAI's Applied Model Card v0.2. What nobody stated
 * stays empty in the record and reads "not stated" in every form: nothing is invented. After
 * Mitchell et al. 2019, Model Cards for Model Reporting (doi 10.1145/3287560.3287596).
 */
@NullMarked
package org.strnet.study.card;

import org.jspecify.annotations.NullMarked;
