# Draws the films of the goldens of calibration, net benefit, classes and agreement: probabilities
# with ties that are too extreme, T-scores with a proportional bias. Made with Python 3.11:
#   python3 statistics_films.py > statistics_films.csv
import math
import random

random.seed(31)
print("positive,logit,probability,other,class_estimate,class_reference,estimate,reference")
for film in range(150):
    truth = random.gauss(-0.4, 1.1)
    positive = 1 if random.random() < 1 / (1 + math.exp(-truth)) else 0
    logit = round(1.6 * truth + 0.5 + random.gauss(0, 0.4), 1)
    probability = 1 / (1 + math.exp(-logit))
    other = round(1 / (1 + math.exp(-(0.7 * truth + random.gauss(0, 0.8)))), 3)
    reference_class = random.choice([0, 0, 1, 1, 1, 2])
    estimate_class = min(2, max(0, reference_class + random.choice([-1, 0, 0, 0, 1])))
    reference = round(random.gauss(-1.5, 1.2), 1)
    estimate = round(0.7 * reference - 0.2 + random.gauss(0, 0.5), 2)
    print(positive, logit, repr(probability), other, estimate_class, reference_class, estimate, reference, sep=",")
