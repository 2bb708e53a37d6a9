package org.strnet.dicom.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolkitImageReadersTest {

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void pictures_are_read_by_the_platform_beside_the_toolkit(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ToolkitImageReaders.withdraw();
    ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_BYTE_GRAY), format, bytes);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(read.getWidth()).isEqualTo(8);
  }
}
