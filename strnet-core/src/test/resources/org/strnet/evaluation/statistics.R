# Calibration (rms), intercept in the large and temperature (glm), decision curve and Lin's and
# Bonett and Wright's formulae by hand, Bland-Altman (t.test, lm), ICC (psych), Spearman, WHO classes.
#   Rscript statistics.R > statistics_r.csv       (R 4.2, rms 6.5, psych 2.2.9)
suppressMessages({library(rms); library(psych)})
f <- read.csv("statistics_films.csv")
put <- function(name, value) cat(name, format(unname(value), digits = 15), sep = ",", fill = TRUE)
cat("name,value\n")

v <- val.prob(f$probability, f$positive, pl = FALSE)
put("brier", v["Brier"]); put("spiegelhalter_z", v["S:z"]); put("spiegelhalter_p", v["S:p"])
slope <- glm(positive ~ logit, family = binomial, data = f, control = list(epsilon = 1e-14))
put("slope_rms", v["Slope"])
put("slope", coef(slope)[2]); put("intercept", coef(slope)[1])
put("slope_low", confint.default(slope)[2, 1]); put("slope_high", confint.default(slope)[2, 2])
large <- glm(positive ~ 1 + offset(logit), family = binomial, data = f, control = list(epsilon = 1e-14))
put("in_the_large", coef(large)); put("in_the_large_low", confint.default(large)[1])
put("in_the_large_high", confint.default(large)[2])
put("temperature", coef(glm(positive ~ 0 + logit, family = binomial, data = f, control = list(epsilon = 1e-14))))

benefit <- function(p, t) sum(p >= t & f$positive == 1) / nrow(f) - sum(p >= t & f$positive == 0) / nrow(f) * t / (1 - t)
for (t in c(0.1, 0.35, 0.6, 0.9)) {
  put(paste0("benefit_", t), benefit(f$probability, t))
  put(paste0("benefit_all_", t), benefit(rep(1, nrow(f)), t))
}
put("benefit_difference", benefit(f$probability, 0.35) - benefit(f$other, 0.35))

put("spearman", suppressWarnings(cor.test(f$estimate, f$reference, method = "spearman"))$estimate)
put("pearson", cor.test(f$estimate, f$reference)$estimate)
put("pearson_low", cor.test(f$estimate, f$reference)$conf.int[1])
rho <- cor(f$estimate, f$reference, method = "spearman"); n <- nrow(f)
reach <- qnorm(0.975) * sqrt((1 + rho^2 / 2) / (n - 3))
put("spearman_low", tanh(atanh(rho) - reach)); put("spearman_high", tanh(atanh(rho) + reach))

d <- f$estimate - f$reference; m <- (f$estimate + f$reference) / 2
put("bias", mean(d)); put("bias_low", t.test(d)$conf.int[1]); put("bias_high", t.test(d)$conf.int[2])
limit <- mean(d) + qnorm(0.975) * sd(d)
error <- sd(d) * sqrt(1 / n + qnorm(0.975)^2 / (2 * (n - 1)))
put("lower", mean(d) - qnorm(0.975) * sd(d)); put("upper", limit)
put("upper_low", limit - qt(0.975, n - 1) * error); put("upper_high", limit + qt(0.975, n - 1) * error)
line <- lm(d ~ m)
put("proportional", coef(line)[2]); put("proportional_low", confint(line)[2, 1])
put("proportional_high", confint(line)[2, 2]); put("proportional_p", summary(line)$coefficients[2, 4])

icc <- ICC(cbind(f$estimate, f$reference), lmer = FALSE)$results
for (type in c("ICC2", "ICC3")) {
  put(type, icc[icc$type == type, "ICC"])
  put(paste0(type, "_low"), icc[icc$type == type, "lower bound"])
  put(paste0(type, "_high"), icc[icc$type == type, "upper bound"])
}

# Lin (1989) with denominators n, his variance as corrected in 2000, as epiR's epi.ccc has it.
s2 <- function(x) var(x) * (n - 1) / n
c <- 2 * cov(f$estimate, f$reference) * (n - 1) / n / (s2(f$estimate) + s2(f$reference) + mean(d)^2)
r <- cor(f$estimate, f$reference); u <- mean(d) / (s2(f$estimate) * s2(f$reference))^0.25
se <- sqrt(((1 - r^2) * c^2 * (1 - c^2) / r^2 + 2 * c^3 * (1 - c) * u^2 / r - 0.5 * c^4 * u^4 / r^2) / (n - 2))
put("concordance", c)
put("concordance_low", tanh(atanh(c) - qnorm(0.975) * se / (1 - c^2)))
put("concordance_high", tanh(atanh(c) + qnorm(0.975) * se / (1 - c^2)))

who <- function(t) ifelse(t >= -1, 0, ifelse(t > -2.5, 1, 2))
table <- table(factor(who(f$reference), 0:2), factor(who(f$estimate), 0:2))
for (i in 1:3) for (j in 1:3) put(paste0("who_", i - 1, j - 1), table[i, j])
