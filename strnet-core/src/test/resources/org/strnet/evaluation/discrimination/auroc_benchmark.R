# Times pROC on a file of "label,score"; run by AurocBenchmark, not by hand.
#   Rscript auroc_benchmark.R FILE REPETITIONS
# Prints area, limits and the median wall and processor seconds from two vectors to the DeLong
# interval, after three runs that do not count.
suppressMessages(library(pROC))
arguments <- commandArgs(trailingOnly = TRUE)
f <- scan(arguments[1], what = list(label = 0L, score = 0), sep = ",", quiet = TRUE)
once <- function() ci.auc(roc(f$label, f$score, levels = c(0, 1), direction = "<", quiet = TRUE), method = "delong")
for (i in 1:3) area <- once()
times <- replicate(as.integer(arguments[2]), { gc(FALSE); t <- system.time(once()); c(t[["elapsed"]], t[["user.self"]] + t[["sys.self"]]) })
cat(format(c(area[2], area[1], area[3], median(times[1, ]), median(times[2, ])), digits = 15), sep = "\n")
