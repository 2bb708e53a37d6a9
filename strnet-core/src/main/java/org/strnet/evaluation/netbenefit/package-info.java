/**
 * What a referral rule is worth when missed findings and needless referrals are weighed against
 * each other: probabilities and labels enter, net benefit leaves.
 */
@NullMarked
package org.strnet.evaluation.netbenefit;

import org.jspecify.annotations.NullMarked;
