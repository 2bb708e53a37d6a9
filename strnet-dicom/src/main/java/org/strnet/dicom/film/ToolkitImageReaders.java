package org.strnet.dicom.film;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The toolkit puts image readers on the class path that need a native library which is not there:
 * whoever asks the platform for any reader of a PNG or JPEG then meets a missing class. Nothing
 * here uses them.
 */
public final class ToolkitImageReaders {

  private static final String TOOLKIT = "org.aoju.";

  private ToolkitImageReaders() {}

  /** Takes them out of the platform's registry; may be called again. */
  public static void withdraw() {
    withdraw(ImageReaderSpi.class);
    withdraw(ImageWriterSpi.class);
  }

  private static <T extends IIOServiceProvider> void withdraw(Class<T> category) {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    List<T> found = new ArrayList<>();
    Iterator<T> providers = registry.getServiceProviders(category, false);
    while (providers.hasNext()) {
      T provider = providers.next();
      if (provider.getClass().getName().startsWith(TOOLKIT)) {
        found.add(provider);
      }
    }
    found.forEach(provider -> registry.deregisterServiceProvider(provider, category));
  }
}
