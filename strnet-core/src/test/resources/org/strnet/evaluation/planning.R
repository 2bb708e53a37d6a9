# Sample sizes by search over the formulae, bivariate normal probabilities (mvtnorm), and pROC's
# power of a paired comparison.
#   Rscript planning.R > planning_r.csv       (R 4.2, mvtnorm 1.1, pROC 1.18.0)
suppressMessages({library(mvtnorm); library(pROC)})
put <- function(name, value) cat(name, format(unname(value), digits = 15), sep = ",", fill = TRUE)
cat("name,value\n")
z <- qnorm(0.975)
smallest <- function(enough) { n <- 2; while (!isTRUE(enough(n))) n <- n + 1; n }

hanley <- function(a, m, n) (a * (1 - a) + (m - 1) * (a / (2 - a) - a^2) + (n - 1) * (2 * a^2 / (1 + a) - a^2)) / (m * n)
put("hanley_variance", hanley(0.8, 40, 60))
put("auroc", smallest(function(n) { m <- floor(n * 0.3 + 0.5); m >= 2 && n - m >= 2 && 2 * z * sqrt(hanley(0.8, m, n - m)) <= 0.1 }))

wilson <- function(s, m) 2 * z * sqrt(s * (1 - s) / m + z^2 / (4 * m^2)) / (1 + z^2 / m)
put("wilson_positives", smallest(function(m) wilson(0.86, m) <= 0.1))
put("buderer", ceiling(ceiling(z^2 * 0.86 * 0.14 / 0.05^2) / 0.3))
put("correlation", smallest(function(n) n >= 4 && tanh(atanh(0.7) + z / sqrt(n - 3)) - tanh(atanh(0.7) - z / sqrt(n - 3)) <= 0.2))
put("limits", smallest(function(n) n >= 3 && 2 * qt(0.975, n - 1) * 0.9 * sqrt(1 / n + z^2 / (2 * (n - 1))) <= 0.4))

both <- function(h, k, r) pmvnorm(upper = c(h, k), corr = matrix(c(1, r, r, 1), 2), algorithm = TVPACK(1e-14))[1]
put("bivariate_1", both(0.5, 1.2, 0.4))
put("bivariate_2", both(-0.3, 0.8, -0.7))
put("bivariate_3", both(0.84, 0.84, 0.5))
put("bivariate_4", both(1, 1.5, 0.99))

covariance <- function(a1, a2, r, m, n) {
  h <- qnorm(a1); k <- qnorm(a2)
  pair <- if (r == 1) min(a1, a2) else both(h, k, r)
  (pair - a1 * a2 + (m + n - 2) * (both(h, k, r / 2) - a1 * a2)) / (m * n)
}
put("covariance", covariance(0.75, 0.8, 0.6, 40, 60))
error <- function(n) {
  m <- floor(n * 0.4 + 0.5)
  sqrt(covariance(0.75, 0.75, 1, m, n - m) + covariance(0.82, 0.82, 1, m, n - m) - 2 * covariance(0.75, 0.82, 0.5, m, n - m))
}
n <- 100; while ((z + qnorm(0.8)) * error(n) > 0.07) n <- n + 1
put("gain", n)

# Obuchowski and McClish's covariance of smoothed areas as pROC has it; of one score with itself it is
# the variance. pROC's own variance leaves out the covariance of the binormal parameters, so that its
# variance of a difference is too large: power.roc.test asks for more patients.
a <- function(auc) sqrt(2) * qnorm(auc)
smoothed <- function(r, a1, a2, kappa) pROC:::cov.params.obuchowski(a1, 1, a2, 1, r, r, kappa)
difference <- smoothed(1, a(0.75), a(0.75), 1.5) + smoothed(1, a(0.82), a(0.82), 1.5) - 2 * smoothed(0.5, a(0.75), a(0.82), 1.5)
put("gain_obuchowski", (z + qnorm(0.8))^2 * difference / 0.07^2 / 0.4)
power <- power.roc.test(list(A1 = a(0.75), B1 = 1, A2 = a(0.82), B2 = 1, rn = 0.5, ra = 0.5, delta = 0.07),
                        power = 0.8, kappa = 1.5)
put("gain_proc", power$ncases + power$ncontrols)
