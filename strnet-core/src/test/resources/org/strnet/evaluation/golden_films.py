# Draws the films of the goldens: scores with ties, numbers and grades. Made with Python 3.11:
#   python3 golden_films.py > golden_films.csv
import math
import random

random.seed(20)
print("positive,score_a,score_b,estimate,reference,grade_estimate,grade_reference,x1,x2,x3")
for film in range(80):
    positive = 1 if random.random() < 0.4 else 0
    signal = random.gauss(0, 1) + positive
    a = round(signal + random.gauss(0, 0.5), 1)
    b = round(0.6 * signal + random.gauss(0, 0.8), 1)
    reference = round(random.gauss(-1.5, 1), 2)
    estimate = round(0.6 * reference - 0.5 + random.gauss(0, 0.6), 3)
    grade = min(4, max(0, round(2 + 1.2 * random.gauss(0, 1))))
    other = min(4, max(0, grade + random.choice([-1, 0, 0, 0, 1, 2])))
    x = [round(random.gauss(0.3 * positive, 1), 3), round(random.gauss(-0.5 * positive, 1), 3), film % 2]
    print(positive, a, b, estimate, reference, other, grade, *x, sep=",")
