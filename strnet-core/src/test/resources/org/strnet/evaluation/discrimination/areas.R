# Partial areas (pROC), areas of clustered films (Obuchowski 1997, by its formula, pair by pair) and
# areas adjusted for strata (Janes and Pepe 2009, case by case), on ../golden_films.csv.
#   Rscript areas.R > areas.csv       (R 4.2, pROC 1.18.0)
suppressMessages(library(pROC))
f <- read.csv("../golden_films.csv")
put <- function(name, value) cat(name, format(value, digits = 15), sep = ",", fill = TRUE)
cat("name,value\n")

curve <- roc(f$positive, f$score_a, direction = "<", quiet = TRUE)
for (focus in c("sensitivity", "specificity")) for (correct in c(FALSE, TRUE)) {
  for (band in list(c(0.8, 1), c(0.35, 0.62))) {
    area <- auc(curve, partial.auc = band, partial.auc.focus = focus, partial.auc.correct = correct)
    put(paste(focus, band[1], band[2], if (correct) "corrected" else "plain", sep = "_"), as.numeric(area))
  }
}

# Films 0, 30, 60, ... are of patient 0 and so on; the film's number counts from 0.
patient <- (seq_len(nrow(f)) - 1) %% 30
stratum <- (seq_len(nrow(f)) - 1) %% 3
psi <- function(x, y) (x > y) + 0.5 * (x == y)
pieces <- function(score) {
  x <- score[f$positive == 1]; y <- score[f$positive == 0]
  px <- patient[f$positive == 1]; py <- patient[f$positive == 0]
  v10 <- sapply(x, function(a) mean(psi(a, y)))
  v01 <- sapply(y, function(b) mean(psi(x, b)))
  area <- mean(v10)
  ids <- sort(unique(patient))
  m <- sapply(ids, function(i) sum(px == i)); n <- sapply(ids, function(i) sum(py == i))
  list(area = area,
       ten = sapply(ids, function(i) sum(v10[px == i])) - m * area,
       one = sapply(ids, function(i) sum(v01[py == i])) - n * area,
       m = m, n = n)
}
covariance <- function(a, b) {
  M <- sum(a$m); N <- sum(a$n)
  I10 <- sum(a$m > 0); I01 <- sum(a$n > 0); I <- length(a$m)
  s10 <- I10 / ((I10 - 1) * M) * sum(a$ten * b$ten)
  s01 <- I01 / ((I01 - 1) * N) * sum(a$one * b$one)
  s11 <- I / (I - 1) * sum(a$ten * b$one)
  s11t <- I / (I - 1) * sum(b$ten * a$one)
  s10 / M + s01 / N + (s11 + s11t) / (M * N)
}
a <- pieces(f$score_a); b <- pieces(f$score_b)
put("clustered_a", a$area)
put("clustered_a_variance", covariance(a, a))
put("clustered_difference_variance", covariance(a, a) + covariance(b, b) - 2 * covariance(a, b))

placed <- sapply(which(f$positive == 1), function(i)
  mean(psi(f$score_a[i], f$score_a[f$positive == 0 & stratum == stratum[i]])))
put("adjusted_a", mean(placed))
for (s in 0:2) put(paste0("stratum_", s), as.numeric(auc(roc(f$positive[stratum == s], f$score_a[stratum == s],
                                                     direction = "<", quiet = TRUE))))

# Newcombe (2006), method 5, of an area of 1: the root of z standard errors = distance.
newcombe <- function(area, m, n) uniroot(function(t) {
  s <- (m + n) / 2 - 1
  v <- t * (1 - t) * (1 + s * (1 - t) / (2 - t) + s * t / (1 + t)) / (m * n)
  (area - t)^2 - qnorm(0.975)^2 * v
}, c(1e-6, area - 1e-9), tol = 1e-14)$root
put("newcombe_1_3_3", newcombe(1, 3, 3))
put("newcombe_1_20_40", newcombe(1, 20, 40))
