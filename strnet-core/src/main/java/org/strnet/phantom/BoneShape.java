package org.strnet.phantom;

import java.util.List;

/**
 * The average right angles of a knee's bones in frontal view, for a plateau of {@value #PLATEAU_MM}
 * mm: landmarks of the outline, and along the leg the half depth, the rounding of the edge, the
 * cortical thickness at a T-score of 0 and the share of trabecular filling.
 */
final class BoneShape {
  /** Distal femur: shaft, condyles, intercondylar arch. */
  static final BoneShape FEMUR =
      new BoneShape(
          new double[][] {
            {-14, -320},
            {-14, -220},
            {-14.5, -150},
            {-16, -105},
            {-21, -78},
            {-30, -57},
            {-37.5, -43},
            {-40, -31},
            {-38.5, -19},
            {-34, -8},
            {-25, -2.6},
            {-15, -3.6},
            {-8, -8},
            {0, -11},
            {8, -8},
            {15, -4},
            {25, -2.6},
            {34, -6},
            {38, -16},
            {38.5, -28},
            {36, -40},
            {29, -55},
            {20.5, -74},
            {16, -105},
            {14.5, -150},
            {14, -220},
            {14, -320}
          },
          new double[][] {
            {-320, 13.5, 12.8, 5.6, 0.02},
            {-110, 14.0, 13.2, 4.6, 0.06},
            {-80, 17.0, 15.5, 2.9, 0.3},
            {-58, 23.0, 20.0, 1.5, 0.75},
            {-40, 28.0, 23.0, 0.9, 1.0},
            {-15, 29.0, 18.0, 0.8, 1.05},
            {0, 25.0, 12.0, 0.9, 1.1}
          });

  /** Proximal tibia: plateau, intercondylar spines, shaft. */
  static final BoneShape TIBIA =
      new BoneShape(
          new double[][] {
            {-36.8, 4},
            {-34, 2.4},
            {-29, 2.2},
            {-19, 3.4},
            {-11, 2.2},
            {-8, -1.2},
            {-5.8, -4.6},
            {-3.2, -2.6},
            {0, -1.6},
            {2.8, -2.0},
            {5.2, -3.8},
            {7.6, -1.2},
            {11, 1.8},
            {20, 2.6},
            {29, 2.0},
            {34, 2.4},
            {36.8, 4},
            {37.5, 8},
            {36, 15},
            {31.5, 26},
            {24.5, 41},
            {19, 58},
            {15.5, 80},
            {13.3, 110},
            {12.5, 160},
            {12, 320},
            {-12, 320},
            {-12.5, 160},
            {-13.5, 110},
            {-16, 80},
            {-20, 58},
            {-25.5, 41},
            {-32, 26},
            {-36, 15},
            {-37.5, 8}
          },
          new double[][] {
            {-8, 9.0, 5.0, 0.9, 1.1}, {2, 21.0, 6.0, 1.0, 1.15}, {9, 24.0, 9.0, 0.8, 1.05},
            {25, 22.0, 15.0, 1.0, 0.9}, {45, 18.0, 16.0, 1.7, 0.6}, {65, 15.5, 14.5, 2.7, 0.28},
            {100, 13.5, 12.3, 4.2, 0.07}, {320, 12.5, 11.0, 4.8, 0.02}
          });

  /** Head and shaft of the fibula. */
  static final BoneShape FIBULA =
      new BoneShape(
          new double[][] {
            {29, 20},
            {31.5, 14.5},
            {36, 11},
            {41, 13.5},
            {45, 21},
            {43.5, 31},
            {39, 43},
            {36.5, 60},
            {36, 100},
            {36, 200},
            {36.5, 320},
            {27.5, 320},
            {27, 200},
            {27, 100},
            {28, 60},
            {29, 43},
            {29, 30}
          },
          new double[][] {
            {9, 6.5, 4.5, 0.8, 0.9}, {22, 9.5, 7.0, 0.8, 0.9}, {42, 6.5, 4.6, 1.5, 0.6},
            {65, 5.5, 4.2, 2.0, 0.25}, {100, 4.7, 4.2, 2.2, 0.06}, {320, 4.7, 4.2, 2.4, 0.02}
          });

  /** Patella, projected over the femur. */
  static final BoneShape PATELLA =
      new BoneShape(
          new double[][] {
            {-21, -45},
            {-18, -55},
            {-9, -60.5},
            {2, -62},
            {14, -60},
            {22, -53},
            {23.5, -44},
            {20, -33},
            {12, -22},
            {2, -17},
            {-8, -22},
            {-17, -33}
          },
          new double[][] {{-70, 5.5, 4.5, 0.5, 0.8}, {-5, 5.5, 4.5, 0.5, 0.8}});

  /** Width of the plateau the landmarks are given for. */
  static final double PLATEAU_MM = 75;

  /** Every bone of a knee. */
  static final List<BoneShape> ALL = List.of(FEMUR, TIBIA, FIBULA, PATELLA);

  private final double[][] landmarks;
  private final double[][] sections;

  private BoneShape(double[][] landmarks, double[][] sections) {
    this.landmarks = landmarks;
    this.sections = sections;
  }

  /** Level of the closed growth plate in mm; far off the film where none is seen. */
  double scarLevel() {
    if (this == FEMUR) {
      return -29;
    }
    return this == TIBIA ? 19 : -1000;
  }

  /** A copy of the outline's landmarks {@code {x, y}} in mm. */
  double[][] landmarks() {
    double[][] copy = new double[landmarks.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = landmarks[i].clone();
    }
    return copy;
  }

  /** Half depth, rounding, cortical thickness (mm) and trabecular filling at a level y. */
  double[] section(double y) {
    int last = sections.length - 1;
    double level = Math.max(sections[0][0], Math.min(sections[last][0], y));
    int i = 1;
    while (i < last && sections[i][0] < level) {
      i++;
    }
    double[] above = sections[i - 1];
    double[] below = sections[i];
    double share = (level - above[0]) / (below[0] - above[0]);
    double[] result = new double[4];
    for (int k = 0; k < 4; k++) {
      result[k] = above[k + 1] + share * (below[k + 1] - above[k + 1]);
    }
    return result;
  }
}
