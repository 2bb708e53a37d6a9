package org.strnet.dicom.codec;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/**
 * Decoding against DCMTK's tools, per file of a folder; run by hand, asserts nothing.
 *
 * <p>DCMTK decodes two objects made of the file's frame, one of 1 and one of 9 copies; an eighth of
 * the difference is its time for one frame, without start-up. What it spends on a frame besides
 * decoding, copying it and writing it out, is taken off likewise: {@code dcmconv} on 1 and 9 copies
 * of the decoded frame. Times are CPU time, user mode, of DCMTK's process; of this process all CPU
 * time, collector and compiler included. Rounds take turns. Medians are printed, and the ratio
 * DCMTK / ours: above 1 this decoder is faster.
 */
final class DecodeBenchmark {

  private static final int COPIES = 9;
  private static final int DECODES = 8;
  private static final Pattern USER_TIME = Pattern.compile("(\\d+)m([\\d.]+)s");
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path folder;
  private final int rounds;

  private DecodeBenchmark(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  /**
   * @param arguments folder of DICOM files of one frame, rounds (5), folder for scratch files, best
   *     one in memory (the platform's)
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path scratch =
        arguments.length > 2
            ? Files.createTempDirectory(Path.of(arguments[2]), "decode")
            : Files.createTempDirectory("decode");
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of(arguments[0]))) {
      files = list.filter(file -> file.toString().endsWith(".dcm")).sorted().toList();
    }
    DecodeBenchmark benchmark = new DecodeBenchmark(scratch, rounds);
    for (Path file : files) {
      benchmark.compare(file);
    }
    Files.delete(scratch);
  }

  private void compare(Path file) throws Exception {
    DicomFrame frame = DicomFrame.read(file);
    String tool = tool(frame.syntax());
    if (tool.isEmpty()) {
      return;
    }
    Path one = folder.resolve("one.dcm");
    Path many = folder.resolve("many.dcm");
    Path out = folder.resolve("out.dcm");
    Path plainOne = folder.resolve("plain-one.dcm");
    Path plainMany = folder.resolve("plain-many.dcm");
    multiply(file, frame, 1, one);
    multiply(file, frame, COPIES, many);
    Peer.convert(List.of(tool), one, plainOne);
    Peer.convert(List.of(tool), many, plainMany);
    double[] ours = new double[rounds];
    double[] theirs = new double[rounds];
    double[] copying = new double[rounds];
    ours(frame);
    ours(frame);
    for (int round = 0; round < rounds; round++) {
      ours[round] = ours(frame);
      theirs[round] = (user(tool, many, out) - user(tool, one, out)) / (COPIES - 1);
      copying[round] =
          (user("dcmconv", plainMany, out) - user("dcmconv", plainOne, out)) / (COPIES - 1);
    }
    print(file, frame, new double[] {median(ours), median(theirs), median(copying)});
    for (Path scratch : List.of(one, many, out, plainOne, plainMany)) {
      Files.delete(scratch);
    }
  }

  private static void print(Path file, DicomFrame frame, double[] ms) {
    double decoding = ms[1] - ms[2];
    System.out.printf(
        "%-24s %-22s ours %7.1f ms, DCMTK %7.1f ms less %5.1f of copying, ratio %.2f; %.0f MB/s%n",
        file.getFileName(),
        frame.syntax(),
        ms[0],
        ms[1],
        ms[2],
        decoding / ms[0],
        frame.geometry().nativeBytes() / ms[0] / 1e3);
  }

  private static String tool(TransferSyntax syntax) {
    return switch (syntax) {
      case RLE -> "dcmdrle";
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> "dcmdjpeg";
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> "dcmdjpls";
      default -> "";
    };
  }

  /** Milliseconds of CPU per decode. */
  private static double ours(DicomFrame frame) {
    long start = PROCESS.getProcessCpuTime();
    int sum = 0;
    for (int i = 0; i < DECODES; i++) {
      sum += frame.decode()[0];
    }
    if (sum == Integer.MIN_VALUE) {
      throw new IllegalStateException("no sum of cells is so small");
    }
    return (PROCESS.getProcessCpuTime() - start) / 1e6 / DECODES;
  }

  /** Milliseconds of user CPU time of a tool. */
  private static double user(String tool, Path in, Path out)
      throws IOException, InterruptedException {
    String line = "\"$0\" \"$1\" \"$2\" >&2; times";
    Process process =
        new ProcessBuilder("bash", "-c", line, tool, in.toString(), out.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher children = USER_TIME.matcher(said.split("\n", -1)[1]);
    if (!children.find()) {
      throw new IllegalStateException("the shell must print times, found " + said);
    }
    return 6e4 * Double.parseDouble(children.group(1))
        + 1e3 * Double.parseDouble(children.group(2));
  }

  /** The same object with its frame several times. */
  private static void multiply(Path file, DicomFrame frame, int copies, Path to)
      throws IOException {
    Attributes object;
    try (ImageInputStream in = new ImageInputStream(file.toFile())) {
      object = in.readDataset(-1, -1);
    }
    byte[] even = Arrays.copyOf(frame.frame(), frame.frame().length + 1 & ~1);
    Fragments fragments = object.newFragments(Tag.PixelData, VR.OB, copies + 1);
    fragments.add(new byte[0]);
    for (int i = 0; i < copies; i++) {
      fragments.add(even);
    }
    object.setInt(Tag.NumberOfFrames, VR.IS, copies);
    try (ImageOutputStream out = new ImageOutputStream(to.toFile())) {
      out.writeDataset(object.createFileMetaInformation(frame.syntax().uid()), object);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
