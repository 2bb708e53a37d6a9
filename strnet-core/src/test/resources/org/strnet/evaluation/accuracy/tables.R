# Shares, likelihood ratios, predictive values and paired tests of small tables.
#   Rscript tables.R > tables.csv       (R 4.2)
put <- function(name, value) cat(name, format(value, digits = 15), sep = ",", fill = TRUE)
cat("name,value\n")
z <- qnorm(0.975)
for (x in c(0, 8, 10, 123)) {
  n <- if (x == 123) 136 else 10
  exact <- binom.test(x, n)$conf.int
  wilson <- prop.test(x, n, correct = FALSE)$conf.int
  put(paste0("exact_low_", x, "_", n), exact[1]); put(paste0("exact_high_", x, "_", n), exact[2])
  put(paste0("wilson_low_", x, "_", n), wilson[1]); put(paste0("wilson_high_", x, "_", n), wilson[2])
}
put("exact_one_sided_low_123_136", binom.test(123, 136, alternative = "greater")$conf.int[1])

# The paper's table: 123 of 136 with the finding referred, 68 of 88 without it not flagged.
tp <- 123; fn <- 13; fp <- 20; tn <- 68
lr <- function(found, of, cost, rest) {
  ratio <- (found / of) / (cost / rest)
  exp(log(ratio) + c(0, -1, 1) * z * sqrt(1 / found - 1 / of + 1 / cost - 1 / rest))
}
positive <- lr(tp, tp + fn, fp, fp + tn); negative <- lr(fn, tp + fn, tn, fp + tn)
for (i in 1:3) { put(paste0("lr_positive_", i), positive[i]); put(paste0("lr_negative_", i), negative[i]) }

# Mercaldo, Lau and Zhou (2007): the logit's variance by the delta method.
se <- tp / (tp + fn); sp <- tn / (tn + fp); p <- 0.1
ppv <- qlogis(se * p / (se * p + (1 - sp) * (1 - p)))
ppv.error <- sqrt((1 - se) / se / (tp + fn) + sp / (1 - sp) / (tn + fp))
npv <- qlogis(sp * (1 - p) / (sp * (1 - p) + (1 - se) * p))
npv.error <- sqrt(se / (1 - se) / (tp + fn) + (1 - sp) / sp / (tn + fp))
put("ppv", plogis(ppv)); put("ppv_low", plogis(ppv - z * ppv.error)); put("ppv_high", plogis(ppv + z * ppv.error))
put("npv", plogis(npv)); put("npv_low", plogis(npv - z * npv.error)); put("npv_high", plogis(npv + z * npv.error))

for (pair in list(c(12, 4), c(5, 5), c(0, 7), c(150, 110))) {
  b <- pair[1]; c <- pair[2]
  name <- paste(b, c, sep = "_")
  put(paste0("mcnemar_chi_", name), mcnemar.test(matrix(c(40, c, b, 9), 2))$p.value)
  put(paste0("mcnemar_exact_", name), binom.test(b, b + c)$p.value)
  put(paste0("mcnemar_mid_", name), 2 * pbinom(min(b, c), b + c, 0.5) - dbinom(b, b + c, 0.5))
}
# Agresti and Min (2005): Wald after half a film in each cell; 40 both, 12 and 4 parting, 9 neither.
t <- c(40, 12, 4, 9) + 0.5; n <- sum(t)
d <- (t[2] - t[3]) / n; e <- sqrt((t[2] + t[3]) - (t[2] - t[3])^2 / n) / n
put("difference_low", d - z * e); put("difference_high", d + z * e)
