# BCa pieces of the package boot, with resampled values that both sides can write down: the estimate
# is the ratio of two means, the values a fixed sequence about it. boot takes the influences about the
# estimate; here they are given about the jackknife's mean, as Efron and Tibshirani (1993, 14.15).
#   Rscript bca.R > bca.csv       (R 4.2, boot 1.3-28)
library(boot)
x <- c(3, 7, 1, 9, 4, 12, 2, 8, 5, 30)
y <- c(2, 3, 2, 5, 1, 6, 3, 4, 2, 7)
ratio <- function(d, i) mean(d[i, 1]) / mean(d[i, 2])
out <- boot(cbind(x, y), ratio, R = 999)
k <- 1:999
out$t <- matrix(out$t0 + 0.2 * qnorm((k - 0.4) / 999.2) + 0.1)
left <- sapply(1:10, function(i) mean(x[-i]) / mean(y[-i]))
L <- 9 * (mean(left) - left)
ci <- boot.ci(out, type = "bca", L = L)
put <- function(name, value) cat(name, format(value, digits = 15), sep = ",", fill = TRUE)
cat("name,value\n")
put("bias", qnorm(sum(out$t < out$t0) / 999))
put("acceleration", sum(L^3) / (6 * sum(L^2)^1.5))
put("rank_low", ci$bca[2])
put("rank_high", ci$bca[3])
